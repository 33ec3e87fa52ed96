/**
 * Which format a file has, and the parser that reads all of them. A new format is a package and an
 * entry in {@code KnownFormat}.
 *
 * <p>May import: {@code model}, {@code parse} and every package below it. Nothing below {@code
 * parse} imports it.
 */
package dev.gill.parse.formats;
