/**
 * The spaces of a Confluence, Cloud or Data Center: pages in storage format and attachments, with
 * space permissions and page restrictions as scopes.
 *
 * <p>{@link dev.gill.source.confluence.Edition} is what the two editions are asked for; all else
 * knows neither. {@link dev.gill.source.confluence.Site} holds what is known of the spaces, {@link
 * dev.gill.source.confluence.Following} keeps it in step.
 *
 * <p>May import: {@code source}, {@code source.http}, {@code source.sweep}, {@code model}, Jackson
 * and jsoup.
 */
package dev.gill.source.confluence;
