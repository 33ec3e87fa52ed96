/**
 * The pages of a DokuWiki, followed by its recent changes and, for what these do not say, by
 * listing all pages; its access lists become scopes.
 *
 * <p>May import: {@code source}, {@code source.http}, {@code source.sweep}, {@code model} and the
 * JDK.
 */
package dev.gill.source.dokuwiki;
