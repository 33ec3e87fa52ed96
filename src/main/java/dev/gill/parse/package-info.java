/**
 * From bytes to canonical text: one file per format, one {@link dev.gill.parse.Document} shape for
 * all.
 *
 * <p>May import: {@code model}.
 */
package dev.gill.parse;
