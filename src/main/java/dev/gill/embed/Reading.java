package dev.gill.embed;

/**
 * What a reader makes of one passage. Scores are logits: above zero means more likely than not.
 *
 * @param relevance how likely the passage answers the question
 * @param starts of each token that was read, in UTF-16 units of the passage's text, ascending
 * @param ends of each
 * @param answers how likely each belongs to the answer
 */
public record Reading(double relevance, int[] starts, int[] ends, float[] answers) {
  /** The probability that the passage answers the question, from 0 to 1. */
  public double probability() {
    return probability(relevance);
  }

  /**
   * How likely a range of the text is the answer, from 0 to 1: the mean over its tokens. What was
   * not read is none.
   */
  public double answer(int from, int to) {
    double sum = 0;
    int tokens = 0;
    for (int i = 0; i < answers.length; i++) {
      if (starts[i] < to && ends[i] > from) {
        sum += probability(answers[i]);
        tokens++;
      }
    }
    return tokens == 0 ? 0 : sum / tokens;
  }

  /** What a score says, from 0 to 1. */
  public static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
