/**
 * Confluence's storage format, rewritten as HTML and read as that.
 *
 * <p>May import: {@code model}, what all formats share, and {@code html}, which it becomes.
 */
package dev.gill.parse.confluence;
