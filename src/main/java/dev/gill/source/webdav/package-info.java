/**
 * Documents on a WebDAV server (RFC 4918): Nextcloud, ownCloud, SharePoint-like servers and plain
 * ones.
 *
 * <p>May import: {@code source}, {@code source.http}, {@code source.sweep}, {@code model}.
 */
package dev.gill.source.webdav;
