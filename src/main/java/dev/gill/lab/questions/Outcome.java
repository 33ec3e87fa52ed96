package dev.gill.lab.questions;

/**
 * What came of one question; ranks count from 1, and 0 means nowhere.
 *
 * @param answered whether Gill gave an answer
 * @param near whether it showed something near instead
 * @param passage rank of the right passage among the first fifty found
 * @param words rank of the right passage by BM25 alone
 * @param vectors the same by nearness of vectors alone
 * @param citation rank of the first citation that stands in the right passage
 * @param quote rank of the first citation whose quote holds the answer
 * @param best the same among the best three quotes, also where the answer was withheld
 * @param confidence that came with them
 * @param millis that the answer took
 * @param said the first quote, empty if there is none
 */
public record Outcome(
    Asked asked,
    boolean answered,
    boolean near,
    int passage,
    int words,
    int vectors,
    int citation,
    int quote,
    int best,
    double confidence,
    double millis,
    String said) {}
