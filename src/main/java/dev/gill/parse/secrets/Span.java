package dev.gill.parse.secrets;

/**
 * A secret in a text.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last one
 */
record Span(int start, int end) {}
