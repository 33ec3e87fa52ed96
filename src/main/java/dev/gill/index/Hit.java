package dev.gill.index;

import dev.gill.model.Passage;

/**
 * A chunk that one leg found.
 *
 * @param score BM25 for the lexical leg, the cosine from -1 to 1 for the nearest leg
 */
public record Hit(Passage passage, double score) {}
