package dev.gill.answer;

import dev.gill.model.Range;
import dev.gill.model.Scored;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Support;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Scores the sentences of the best passages for a question, best first. Where its numbers come
 * from: docs/decisions/0005.
 */
final class QuoteChooser {
  /** Passages that sentences are taken from. */
  private static final int PASSAGES = 5;

  /** Sentences that are embedded while the asker waits. */
  private static final int CANDIDATES = 6;

  private static final double COSINE = 0.7;
  private static final double COVERAGE = 0.5;
  private static final double DISTINCTIVE = 0.2;
  private static final double BEFORE = 0.2;
  private static final double FIT = 0.15;
  private static final double PASSAGE = 1.0;

  private record Candidate(Scored found, Range range, double preview) {
    String text() {
      return range.of(found.passage().chunk().text());
    }
  }

  private QuoteChooser() {}

  static List<Quote> ranked(String question, Evidence evidence) throws InterruptedException {
    List<Candidate> candidates = candidates(question, evidence);
    List<Support> supports = evidence.support(candidates.stream().map(Candidate::text).toList());
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Support support = supports.get(i);
      double score = candidate.preview() + COSINE * support.cosine();
      quotes.add(new Quote(candidate.found(), candidate.range(), support, score));
    }
    quotes.sort(Comparator.comparingDouble(Quote::score).reversed());
    return quotes;
  }

  /** The sentences worth embedding: those that look best by what costs nothing. */
  private static List<Candidate> candidates(String question, Evidence evidence) {
    QuestionKind kind = QuestionKind.of(question);
    List<Candidate> all = new ArrayList<>();
    List<Scored> passages = evidence.passages();
    for (Scored found : passages.subList(0, Math.min(PASSAGES, passages.size()))) {
      all.addAll(candidates(question, kind, evidence, found));
    }
    all.sort(Comparator.comparingDouble(Candidate::preview).reversed());
    return all.subList(0, Math.min(CANDIDATES, all.size()));
  }

  private static List<Candidate> candidates(
      String question, QuestionKind kind, Evidence evidence, Scored found) {
    String text = found.passage().chunk().text();
    String title = found.passage().origin().title();
    List<Range> ranges =
        Quotables.in(text).stream().filter(range -> !range.of(text).equals(title)).toList();
    List<Set<String>> met = ranges.stream().map(range -> evidence.met(range.of(text))).toList();
    TermMatch match = new TermMatch(evidence.terms(), met);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      double preview =
          COVERAGE * match.own(i)
              + DISTINCTIVE * match.distinctive(i)
              + BEFORE * match.before(i)
              + FIT * kind.fit(question, ranges.get(i).of(text))
              + PASSAGE * found.score();
      candidates.add(new Candidate(found, ranges.get(i), preview));
    }
    return candidates;
  }
}
