package dev.gill.retrieve;

/**
 * How far a text supports an answer.
 *
 * @param cosine of its vector with the question's, from -1 to 1
 * @param coverage share of the question's terms that occur in it, weighted by their inverse
 *     document frequency, from 0 to 1
 */
public record Support(double cosine, double coverage) {}
