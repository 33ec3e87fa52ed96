/**
 * Texts, spreadsheets and presentations in OpenDocument.
 *
 * <p>May import: {@code model}, {@code office} and what all formats share.
 */
package dev.gill.parse.office.opendocument;
