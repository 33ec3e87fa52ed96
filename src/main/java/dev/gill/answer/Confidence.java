package dev.gill.answer;

import dev.gill.model.Language;
import dev.gill.retrieve.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How sure it is that what was found supports an answer, from 0 to 1: a logistic function of the
 * nearest passage's cosine, the best sentence's, and the share of the question's terms that a
 * passage covers. It tells whether anything relevant was found; it cannot tell that a fact is
 * missing from a passage on the right topic. Where its numbers come from: docs/decisions/0003.
 */
final class Confidence {
  /** From this confidence on, Gill answers; below, it says that it does not know. */
  static final double ENOUGH = 0.5;

  private static final double PASSAGE_WEIGHT = 9;
  private static final double SENTENCE_WEIGHT = 5;
  private static final double COVERAGE_WEIGHT = 4;

  /**
   * A name in Latin letters within a Chinese question, such as a product's, is what the question is
   * about.
   */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.+-]{2,}");

  private static final double STRANGE_NAME = 3.5;

  /**
   * Where each measure stands between known and unknown; the models' cosines have different scales.
   */
  private record Middle(double passage, double sentence, double coverage) {
    static Middle of(Language language) {
      return switch (language) {
        case ENGLISH -> new Middle(0.62, 0.62, 0.45);
        case CHINESE -> new Middle(0.55, 0.57, 0.22);
      };
    }
  }

  private Confidence() {}

  static double of(String question, Evidence evidence, List<Quote> ranked) {
    if (ranked.isEmpty()) {
      return 0;
    }
    Language language = Language.of(question);
    Middle middle = Middle.of(language);
    double logit =
        PASSAGE_WEIGHT * (evidence.topCosine() - middle.passage())
            + SENTENCE_WEIGHT * (bestSentence(ranked) - middle.sentence())
            + COVERAGE_WEIGHT * (coverage(evidence) - middle.coverage());
    boolean strange = language == Language.CHINESE && asksForStrangeName(question, evidence);
    return 1 / (1 + Math.exp(strange ? STRANGE_NAME - logit : -logit));
  }

  private static double bestSentence(List<Quote> ranked) {
    return ranked.stream().mapToDouble(quote -> quote.support().cosine()).max().orElse(0);
  }

  private static double coverage(Evidence evidence) {
    return evidence.passages().stream()
        .limit(3)
        .mapToDouble(found -> evidence.coverage(found.passage().chunk().text()))
        .max()
        .orElse(0);
  }

  private static boolean asksForStrangeName(String question, Evidence evidence) {
    StringBuilder near = new StringBuilder();
    evidence.passages().stream()
        .limit(5)
        .map(found -> found.passage())
        .forEach(
            passage ->
                near.append(passage.origin().title())
                    .append(passage.chunk().headings())
                    .append(passage.chunk().text())
                    .append('\n'));
    String text = near.toString().toLowerCase(Locale.ROOT);
    Matcher name = NAME.matcher(question.toLowerCase(Locale.ROOT));
    while (name.find()) {
      if (!text.contains(name.group())) {
        return true;
      }
    }
    return false;
  }
}
