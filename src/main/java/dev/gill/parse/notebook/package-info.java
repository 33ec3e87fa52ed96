/**
 * Jupyter notebooks.
 *
 * <p>May import: {@code model}, what all formats share, and {@code html} and {@code markdown},
 * which its cells hold.
 */
package dev.gill.parse.notebook;
