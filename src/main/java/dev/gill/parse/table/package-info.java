/**
 * One model of tables for all formats: spans, repeated cells, and which rows are headings.
 *
 * <p>May import: {@code model}, {@code parse.canonical}.
 */
package dev.gill.parse.table;
