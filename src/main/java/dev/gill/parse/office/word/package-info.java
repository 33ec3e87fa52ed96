/**
 * Word documents, as they read with all changes accepted.
 *
 * <p>May import: {@code model}, {@code office} and what all formats share.
 */
package dev.gill.parse.office.word;
