/**
 * PDF: lines, columns, tables and headings out of glyphs, and the fields of forms.
 *
 * <p>May import: {@code model} and what all formats share.
 */
package dev.gill.parse.pdf;
