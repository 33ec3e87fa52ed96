/**
 * Org files.
 *
 * <p>May import: {@code model}, what all formats share, and {@code html}, which it embeds.
 */
package dev.gill.parse.org;
