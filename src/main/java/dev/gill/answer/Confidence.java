package dev.gill.answer;

import dev.gill.retrieve.Evidence;
import java.util.List;

/** How sure it is that what was found supports an answer, from 0 to 1. */
final class Confidence {
  /** From this confidence on, Gill answers; below, it says that it does not know. */
  static final double ENOUGH = 0.5;

  private Confidence() {}

  static double of(Evidence evidence, List<Quote> ranked) {
    if (ranked.isEmpty()) {
      return 0;
    }
    double sentence =
        ranked.stream().mapToDouble(quote -> quote.support().cosine()).max().orElse(0);
    double covered =
        evidence.passages().stream()
            .limit(3)
            .mapToDouble(found -> evidence.coverage(found.passage().chunk().text()))
            .max()
            .orElse(0);
    double logit = 9 * (evidence.topCosine() - 0.62) + 5 * (sentence - 0.62) + 4 * (covered - 0.45);
    return 1 / (1 + Math.exp(-logit));
  }
}
