/**
 * From the words of one language to those of another, by a dictionary: so that a question finds
 * documents that are written in the other language.
 *
 * <p>May import: {@code model}.
 */
package dev.gill.translate;
