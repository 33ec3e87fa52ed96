/**
 * Plain text, tables of text, transcripts and conversations.
 *
 * <p>May import: {@code model}, {@code parse} and what its formats share.
 */
package dev.gill.parse.text;
