package dev.gill.answer;

import dev.gill.model.Language;
import dev.gill.model.Scored;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Tuning;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How sure it is that what was found supports an answer, from 0 to 1: a logistic function of the
 * nearest passage's cosine, the best sentence's, the share of the question's terms that a passage
 * covers, and how far the best passage leads; where the passages were read, of the best quote's
 * score, that lead, the cosine and the terms. A document that is asked for by name is at least
 * near. It says whether anything relevant was found; it cannot say that a fact is missing from a
 * passage on the right topic. Where its numbers come from: docs/decisions/0003 and 0025.
 */
final class Confidence {
  /** From this confidence on, Gill answers. */
  private static final double ENOUGH = 0.5;

  /** From this one on, it shows what is near; below, it says that it does not know. */
  private static final double NEAR = 0.3;

  /**
   * A name in Latin letters within a Chinese question, such as a product's, is what the question is
   * about.
   */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.+-]{2,}");

  private static final double STRANGE_NAME = 3.5;

  private static final double STEEP = 10;

  private static final double NEARNESS = 0.3;

  private static final double FAR_FETCHED = 2;

  /** Share of a question's terms from which on what was found has words of it. */
  private static final double SHARED = 0.1;

  /** How likely a passage must be to answer so that other words than the question's will do. */
  private static final double SURE = 0.7;

  /** What each measure counts; the models' cosines, and terms, have different scales. */
  private record Weights(
      double passage, double sentence, double coverage, double lead, double needed) {
    static Weights of(Language language) {
      return switch (language) {
        case ENGLISH -> new Weights(8, 8, 3, 4, 12.5);
        case CHINESE -> new Weights(3, 8, 7, 3.5, 8.4);
      };
    }

    double logit(Measures measures) {
      return passage * measures.passage()
          + sentence * measures.sentence()
          + coverage * measures.coverage()
          + lead * measures.lead()
          - needed;
    }
  }

  /**
   * What is measured of what was found.
   *
   * @param passage cosine of the nearest passage
   * @param sentence cosine of the best sentence
   * @param coverage share of the question's terms that a passage covers, from 0 to 1
   * @param lead how far the best passage's score is above the next one's
   * @param strangeName whether the question has a name that no passage has
   */
  record Measures(
      double passage, double sentence, double coverage, double lead, boolean strangeName) {}

  /**
   * What is measured where the passages were read.
   *
   * @param quote the best quote's score
   * @param lead how far the best passage's score is above the next one's
   * @param cosine of the nearest passage: what is far from everything is about something else
   * @param coverage share of the question's terms that a passage covers, from 0 to 1
   * @param relevance how likely the likeliest passage answers, as the reader says, from 0 to 1
   */
  record Read(double quote, double lead, double cosine, double coverage, double relevance) {
    /** Whether the reader alone finds something, in other words than the question's. */
    boolean isFarFetched() {
      return coverage < SHARED && relevance < SURE;
    }
  }

  private Confidence() {}

  /** What a confidence is enough for. */
  static Assessment.Verdict verdict(double confidence) {
    if (confidence >= ENOUGH) {
      return Assessment.Verdict.ANSWERED;
    }
    return confidence >= NEAR ? Assessment.Verdict.NEAR : Assessment.Verdict.UNKNOWN;
  }

  static double of(String question, Evidence evidence, List<Quote> ranked) {
    if (ranked.isEmpty()) {
      return 0;
    }
    double measured = measured(question, evidence, ranked);
    boolean named = evidence.isNamed(ranked.getFirst().found().passage().doc());
    return named ? Math.max(measured, NEAR) : measured;
  }

  private static double measured(String question, Evidence evidence, List<Quote> ranked) {
    if (evidence.isRead()) {
      double best = ranked.getFirst().score();
      Read measures =
          new Read(
              best, lead(evidence), evidence.topCosine(), coverage(evidence), relevance(evidence));
      return read(measures, evidence.tuning());
    }
    Language language = evidence.language();
    Measures measures =
        new Measures(
            evidence.topCosine(),
            bestSentence(ranked),
            coverage(evidence),
            lead(evidence),
            language == Language.CHINESE && asksForStrangeName(question, evidence));
    return compared(measures, language);
  }

  /** Where nothing was read. */
  static double compared(Measures measures, Language language) {
    double logit = Weights.of(language).logit(measures);
    return logistic(measures.strangeName() ? logit - STRANGE_NAME : logit);
  }

  /** Where the passages were read. */
  static double read(Read measures, Tuning tuning) {
    double sum =
        measures.quote()
            + measures.lead()
            + NEARNESS * measures.cosine()
            + tuning.coverage() * measures.coverage();
    double logit = STEEP * (sum - tuning.needed());
    boolean counts = tuning.coverage() > 0;
    return logistic(counts && measures.isFarFetched() ? logit - FAR_FETCHED : logit);
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** How far the best passage's score is above the next one's. */
  private static double lead(Evidence evidence) {
    List<Scored> passages = evidence.passages();
    double next = passages.size() > 1 ? passages.get(1).score() : 0;
    return passages.isEmpty() ? 0 : passages.getFirst().score() - next;
  }

  private static double relevance(Evidence evidence) {
    return evidence.passages().stream().mapToDouble(evidence::relevance).max().orElse(0);
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
