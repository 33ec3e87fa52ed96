/**
 * From bytes to characters, whatever a file says or leaves unsaid of its encoding.
 *
 * <p>May import: {@code parse.canonical}.
 */
package dev.gill.parse.charset;
