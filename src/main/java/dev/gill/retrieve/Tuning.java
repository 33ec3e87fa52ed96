package dev.gill.retrieve;

import dev.gill.model.Language;

/**
 * The numbers of the last step for one language, where passages are read: how much each part counts
 * in the choice of passages and quotes, and how sure an answer must be. What they were measured
 * against: docs/decisions/0025; {@code ./gill learn} fits them to what a team says of its answers.
 *
 * @param reading what a reader's probability counts beside the fused score
 * @param answer what it counts in a quote's score that its tokens answer
 * @param words what it counts there that its words are the question's
 * @param coverage what it counts for an answer that a passage has the question's words; they
 *     mislead in Chinese questions as people type them
 * @param needed how much must speak for an answer
 */
public record Tuning(double reading, double answer, double words, double coverage, double needed) {
  public Tuning {
    if (!(reading >= 0 && answer >= 0 && words >= 0 && coverage >= 0) || !Double.isFinite(needed)) {
      throw new IllegalArgumentException(
          "what counts must be at least zero, and what is needed a number");
    }
  }

  /** As measured on questions over other teams' documents. */
  public static Tuning of(Language language) {
    return switch (language) {
      case ENGLISH -> new Tuning(1, 0.15, 0.35, 0.1, 0.96);
      case CHINESE -> new Tuning(0.5, 0.15, 0.35, 0, 1.08);
    };
  }

  /** The same with another {@link #reading}. */
  public Tuning withReading(double other) {
    return new Tuning(other, answer, words, coverage, needed);
  }

  /** The same with another {@link #answer}. */
  public Tuning withAnswer(double other) {
    return new Tuning(reading, other, words, coverage, needed);
  }

  /** The same with another {@link #words}. */
  public Tuning withWords(double other) {
    return new Tuning(reading, answer, other, coverage, needed);
  }

  /** The same with another {@link #needed}. */
  public Tuning withNeeded(double other) {
    return new Tuning(reading, answer, words, coverage, other);
  }
}
