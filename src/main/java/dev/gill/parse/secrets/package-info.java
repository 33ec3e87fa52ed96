/**
 * Masks what looks like a secret in a parsed document, before anything is made of its text: {@link
 * dev.gill.parse.secrets.Masking} is a pure function of the document.
 *
 * <p>Found are forms that prove themselves (private keys, tokens of known products) and values that
 * stand after a word such as password and look like one. What looks like a word, an example or a
 * placeholder stays: a team's documents speak of passwords far more often than they hold any.
 *
 * <p>May import: {@code parse}, {@code model}.
 */
package dev.gill.parse.secrets;
