package dev.gill.index;

/**
 * The ranking by words that every engine follows: BM25 as in Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond" (2009), without the constant factor of k1 + 1
 * and with an inverse document frequency that is never negative.
 *
 * <p>A chunk's score is that of its text plus {@link #HEADING_WEIGHT} times that of its title and
 * headings; each is a field of its own, and each language has fields of its own.
 */
public final class Bm25 {
  /** How soon repetition of a word stops to matter. */
  public static final double K1 = 1.2;

  /** How much a long text is held back, from 0 to 1. */
  public static final double B = 0.75;

  /** What a word in the title or the headings counts, against one in the text. */
  public static final double HEADING_WEIGHT = 0.4;

  private Bm25() {}

  /**
   * The inverse document frequency of a term.
   *
   * @param having how many chunks have it
   * @param all how many chunks there are
   */
  public static double idf(long having, long all) {
    return Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }

  /**
   * What one term adds to a text's score.
   *
   * @param times how often it stands in the text
   * @param length how many terms the text has
   * @param average how many terms texts have on average
   */
  public static double weight(double idf, int times, double length, double average) {
    return idf * times / (times + K1 * (1 - B + B * length / average));
  }
}
