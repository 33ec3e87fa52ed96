package dev.gill.index;

import dev.gill.model.Passage;
import java.util.OptionalDouble;

/**
 * A chunk that one leg found.
 *
 * @param score BM25 for the lexical leg, the cosine from -1 to 1 for the nearest leg
 * @param cosine to the vector that was asked with, if there was one and the chunk has a vector of
 *     its space
 */
public record Hit(Passage passage, double score, OptionalDouble cosine) {}
