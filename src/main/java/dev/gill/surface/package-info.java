/**
 * What the surfaces share: the texts that they show, in the language of whoever asks, and who that
 * is.
 *
 * <p>May import: {@code model}.
 */
package dev.gill.surface;
