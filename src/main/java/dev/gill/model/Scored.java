package dev.gill.model;

import java.util.OptionalDouble;

/**
 * A passage as it was ranked for a question.
 *
 * @param score the fused score, from 0 to 1
 * @param lexical the BM25 score, if that leg found it
 * @param cosine the cosine of the vectors, if both are of one space
 */
public record Scored(
    Passage passage, double score, OptionalDouble lexical, OptionalDouble cosine) {}
