package dev.gill.answer;

import dev.gill.model.Chunk;
import dev.gill.model.Range;
import dev.gill.model.Scored;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Support;
import dev.gill.retrieve.Tuning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Scores the sentences of the best passages for a question, best first, each with what belongs to
 * it beside it. Where its numbers come from: docs/decisions/0005 and, where the passages were read,
 * 0025.
 */
final class QuoteChooser {
  /** Passages that sentences are taken from. */
  private static final int PASSAGES = 5;

  /** Sentences that are embedded while the asker waits, where nothing was read. */
  private static final int CANDIDATES = 6;

  private static final double COSINE = 0.7;
  private static final double COVERAGE = 0.5;
  private static final double DISTINCTIVE = 0.2;
  private static final double BEFORE = 0.2;
  private static final double FIT = 0.15;
  private static final double NAMED = 0.5;
  private static final double ASKED = 0.3;

  /** What a message that itself asks is worth less than one that says something. */
  private static final double INQUIRES = 1;

  /** Share of the question's terms that one row has and another lacks if only the one is meant. */
  private static final double SINGLED_OUT = 0.1;

  /**
   * A sentence and what its words are worth.
   *
   * @param range in the passage's text
   */
  private record Candidate(Scored found, Range range, double words) {
    String text() {
      return range.of(found.passage().chunk().text());
    }

    double preview() {
      return words + found.score();
    }
  }

  private QuoteChooser() {}

  static List<Quote> ranked(String question, Evidence evidence) throws InterruptedException {
    List<List<Candidate>> candidates = candidates(question, evidence);
    List<Quote> quotes =
        evidence.isRead() ? read(candidates, evidence) : compared(candidates, evidence);
    return Corrections.first(
        quotes.stream().sorted(Comparator.comparingDouble(Quote::score).reversed()).toList());
  }

  /** By what a reader says of each. */
  private static List<Quote> read(List<List<Candidate>> passages, Evidence evidence) {
    Tuning tuning = evidence.tuning();
    List<Quote> quotes = new ArrayList<>();
    for (List<Candidate> candidates : passages) {
      if (candidates.isEmpty()) {
        continue;
      }
      Scored found = candidates.getFirst().found();
      Chunk chunk = found.passage().chunk();
      Surroundings surroundings = new Surroundings(chunk, Quotables.in(chunk));
      for (Candidate candidate : candidates) {
        double answer = evidence.answer(found, candidate.range());
        double score =
            found.score() + tuning.answer() * answer + tuning.words() * candidate.words();
        Range range =
            surroundings.likely(candidate.range(), each -> likely(evidence, candidate, each));
        Support support = new Support(answer, evidence.coverage(candidate.text()));
        quotes.add(new Quote(found, range, support, score));
      }
    }
    return quotes;
  }

  /** Another row belongs to a quoted one only if it has about as much of what is asked about. */
  private static double likely(Evidence evidence, Candidate candidate, Range other) {
    Scored found = candidate.found();
    Chunk chunk = found.passage().chunk();
    boolean rows = Surroundings.isRow(chunk, candidate.range()) && Surroundings.isRow(chunk, other);
    boolean less =
        rows
            && evidence.coverage(other.of(chunk.text()))
                < evidence.coverage(candidate.text()) - SINGLED_OUT;
    return less ? 0 : evidence.answer(found, other);
  }

  /** By comparing vectors, of those that look best by what costs nothing. */
  private static List<Quote> compared(List<List<Candidate>> passages, Evidence evidence)
      throws InterruptedException {
    List<Candidate> candidates =
        passages.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingDouble(Candidate::preview).reversed())
            .limit(CANDIDATES)
            .toList();
    List<Support> supports = evidence.support(candidates.stream().map(Candidate::text).toList());
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Chunk chunk = candidate.found().passage().chunk();
      Range range = new Surroundings(chunk, Quotables.in(chunk)).following(candidate.range());
      double score = candidate.preview() + COSINE * supports.get(i).cosine();
      quotes.add(new Quote(candidate.found(), range, supports.get(i), score));
    }
    return quotes;
  }

  /** The question that a verified answer stands under says nothing. */
  private static boolean isOwnQuestion(Scored found, String sentence) {
    return NewerText.isVouched(found.passage())
        && sentence.replaceFirst("^#+ ", "").equals(found.passage().origin().title());
  }

  private static boolean isAskedFor(
      String question, QuestionKind kind, Evidence evidence, String sentence) {
    return Fact.of(sentence).filter(fact -> fact.isAskedFor(question, kind)).isPresent()
        || (kind == QuestionKind.WHO && Agent.isNamedIn(sentence, evidence));
  }

  /** The sentences of each of the best passages. */
  private static List<List<Candidate>> candidates(String question, Evidence evidence) {
    QuestionKind kind = QuestionKind.of(question);
    Echo echo = new Echo(question, evidence);
    Designators named = new Designators(question);
    return evidence.passages().stream()
        .limit(PASSAGES)
        .map(found -> candidates(question, kind, echo, named, evidence, found))
        .toList();
  }

  private static List<Candidate> candidates(
      String question,
      QuestionKind kind,
      Echo echo,
      Designators named,
      Evidence evidence,
      Scored found) {
    String text = found.passage().chunk().text();
    String title = found.passage().origin().title();
    String path = String.join("\n", found.passage().chunk().headings());
    List<Range> ranges =
        Quotables.in(found.passage().chunk()).stream()
            .filter(range -> !range.of(text).equals(title) && !echo.isIn(range.of(text)))
            .filter(range -> !isOwnQuestion(found, range.of(text)))
            .toList();
    List<Boolean> asked =
        ranges.stream().map(range -> isAskedFor(question, kind, evidence, range.of(text))).toList();
    List<Set<String>> met = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      String about = asked.get(i) ? title + "\n" + path + "\n" : "";
      met.add(evidence.met(about + ranges.get(i).of(text)));
    }
    TermMatch match = new TermMatch(evidence.terms(), met);
    Markers markers = new Markers(found.passage().chunk());
    Inquiries inquiries = new Inquiries(found.passage().chunk());
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      double words =
          COVERAGE * match.own(i)
              + DISTINCTIVE * match.distinctive(i)
              + BEFORE * match.before(i)
              + FIT * kind.fit(question, ranges.get(i).of(text))
              + (asked.get(i) ? ASKED : 0)
              - (inquiries.hold(ranges.get(i)) ? INQUIRES : 0)
              + NAMED
                  * named.in(path + "\n" + markers.before(ranges.get(i)) + ranges.get(i).of(text));
      candidates.add(new Candidate(found, ranges.get(i), words));
    }
    return candidates;
  }
}
