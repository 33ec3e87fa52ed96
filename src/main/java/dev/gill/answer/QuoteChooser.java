package dev.gill.answer;

import dev.gill.model.Range;
import dev.gill.model.Scored;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Support;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores the sentences of the best passages for a question, best first. */
final class QuoteChooser {
  /** Passages that sentences are taken from. */
  private static final int PASSAGES = 5;

  /** Sentences that are embedded while the asker waits. */
  private static final int CANDIDATES = 24;

  /**
   * Weights measured on questions with known answers: cosine, coverage of terms, fit of the
   * answer's kind, the passage's score.
   */
  private static final double COSINE = 0.5;

  private static final double COVERAGE = 0.5;
  private static final double FIT = 0.3;
  private static final double PASSAGE = 0.3;

  private record Candidate(Scored found, Range range, double preview) {
    String text() {
      return range.of(found.passage().chunk().text());
    }
  }

  private QuoteChooser() {}

  static List<Quote> ranked(String question, Evidence evidence) throws InterruptedException {
    QuestionKind kind = QuestionKind.of(question);
    List<Candidate> candidates = candidates(kind, evidence);
    List<Support> supports = evidence.support(candidates.stream().map(Candidate::text).toList());
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Support support = supports.get(i);
      double score =
          COSINE * support.cosine()
              + COVERAGE * support.coverage()
              + FIT * kind.fit(candidate.text())
              + PASSAGE * candidate.found().score();
      quotes.add(new Quote(candidate.found(), candidate.range(), support, score));
    }
    quotes.sort(Comparator.comparingDouble(Quote::score).reversed());
    return quotes;
  }

  /** The sentences worth embedding: those that look best by what costs nothing. */
  private static List<Candidate> candidates(QuestionKind kind, Evidence evidence) {
    List<Candidate> all = new ArrayList<>();
    List<Scored> passages = evidence.passages();
    for (Scored found : passages.subList(0, Math.min(PASSAGES, passages.size()))) {
      String text = found.passage().chunk().text();
      for (Range range : Quotables.in(text)) {
        String sentence = range.of(text);
        double preview =
            COVERAGE * evidence.coverage(sentence)
                + FIT * kind.fit(sentence)
                + PASSAGE * found.score();
        all.add(new Candidate(found, range, preview));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::preview).reversed());
    return all.subList(0, Math.min(CANDIDATES, all.size()));
  }
}
