/**
 * Markdown with the dialects that teams use: front matter, admonitions, tabs, MDX, MyST, wiki
 * links.
 *
 * <p>May import: {@code model}, what all formats share, and {@code html} and {@code rst}, which it
 * embeds.
 */
package dev.gill.parse.markdown;
