/**
 * The pages of a MediaWiki, followed by its lists of changes and, for what these do not say, by
 * listing ids and revisions.
 *
 * <p>May import: {@code source}, {@code source.http}, {@code model} and Jackson.
 */
package dev.gill.source.mediawiki;
