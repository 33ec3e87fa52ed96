/**
 * AsciiDoc.
 *
 * <p>May import: {@code model} and what all formats share.
 */
package dev.gill.parse.asciidoc;
