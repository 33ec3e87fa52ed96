package dev.gill.index;

/** How much there is: documents, and the chunks that they have. */
public record Extent(long documents, long chunks) {}
