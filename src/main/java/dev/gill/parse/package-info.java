/**
 * From bytes to canonical text. What other rooms see: a {@link dev.gill.parse.Parser} makes a
 * {@link dev.gill.parse.Document} or says why not. {@code parse.formats} has the one that reads all
 * formats.
 *
 * <p>May import: {@code model}.
 */
package dev.gill.parse;
