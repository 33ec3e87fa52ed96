/**
 * Markup as trees, one part of a document at a time, safe against what a hostile file may hold.
 *
 * <p>May import: {@code parse.canonical}.
 */
package dev.gill.parse.xml;
