package dev.gill.answer;

import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import dev.gill.model.SourceId;
import dev.gill.model.Statement;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Retriever;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Answers without any chat model: with the sentences that fit the question best, verbatim, each
 * with its citation.
 */
public final class QuotingAnswerer implements Answerer, Assessor {
  private static final int PASSAGES = 8;
  private static final int NEAREST = 3;

  private final Retriever retriever;
  private final Freshness freshness;

  /** An answerer over one retriever. */
  public QuotingAnswerer(Retriever retriever, Freshness freshness) {
    this.retriever = retriever;
    this.freshness = freshness;
  }

  @Override
  public Answer answer(Question question) throws InterruptedException {
    Assessment assessment = assess(question);
    return switch (assessment.verdict()) {
      case ANSWERED -> grounded(assessment.shown());
      case NEAR -> near(assessment.shown().getFirst());
      case UNKNOWN -> unknown(assessment.passages());
    };
  }

  @Override
  public Assessment assess(Question question) throws InterruptedException {
    try (Evidence evidence = retriever.retrieve(question, PASSAGES)) {
      QuestionKind kind = QuestionKind.of(question.text());
      List<Quote> ranked = QuoteChooser.ranked(question.text(), evidence);
      List<Citation> shown = cite(Selection.of(kind, ranked));
      double confidence = Confidence.of(question.text(), evidence, ranked);
      return new Assessment(
          evidence.passages(),
          cite(Selection.best(kind, ranked)),
          shown,
          confidence,
          evidence.areVerbatim(shown)
              ? Confidence.verdict(confidence)
              : Assessment.Verdict.UNKNOWN);
    }
  }

  @Override
  public List<Scored> search(Question question, int k) throws InterruptedException {
    try (Evidence evidence = retriever.retrieve(question, k)) {
      return evidence.passages();
    }
  }

  private static List<Citation> cite(List<Quote> chosen) {
    List<Citation> citations = new ArrayList<>();
    for (Quote quote : chosen) {
      citations.add(quote.cite(citations.size() + 1));
    }
    return citations;
  }

  private Answer grounded(List<Citation> citations) {
    return new Answer.Grounded(
        citations.stream().map(each -> new Statement(NamedCells.of(each), List.of(each))).toList(),
        asOf(citations.stream().map(c -> c.doc().source())));
  }

  private Answer near(Citation citation) {
    return new Answer.Near(citation, asOf(Stream.of(citation.doc().source())));
  }

  private Answer unknown(List<Scored> passages) {
    List<Scored> nearest =
        passages.stream()
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .limit(NEAREST)
            .toList();
    return new Answer.Unknown(nearest, asOf(nearest.stream().map(s -> s.passage().doc().source())));
  }

  private Map<SourceId, Instant> asOf(Stream<SourceId> sources) {
    Map<SourceId, Instant> asOf = new HashMap<>();
    sources.distinct().forEach(s -> freshness.inStepAt(s).ifPresent(at -> asOf.put(s, at)));
    return asOf;
  }
}
