/**
 * E-books.
 *
 * <p>May import: {@code model}, what all formats share, and {@code html}, which its chapters are.
 */
package dev.gill.parse.epub;
