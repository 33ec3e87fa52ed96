package dev.gill.lab.eval;

/**
 * How often quotes hold a known answer, each a share of the questions.
 *
 * @param questions asked
 * @param first the best quote holds one
 * @param two one of the best two does
 * @param three one of the best three does
 * @param passage the best passage does: what quotes from it alone could reach
 */
record QuoteFigures(int questions, double first, double two, double three, double passage) {}
