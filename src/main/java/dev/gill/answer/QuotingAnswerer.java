package dev.gill.answer;

import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Composition;
import dev.gill.model.DocId;
import dev.gill.model.NearPassage;
import dev.gill.model.Place;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import dev.gill.model.SourceId;
import dev.gill.model.Statement;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Retriever;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers without any chat model: with the sentences that fit the question best, verbatim, each
 * with its citation.
 */
public final class QuotingAnswerer implements Quoting, Assessor {
  private static final int PASSAGES = 8;

  private final Retriever retriever;
  private final Freshness freshness;
  private final Optional<Changes> changes;

  /** An answerer over one retriever that does not know what day it is. */
  public QuotingAnswerer(Retriever retriever, Freshness freshness) {
    this(retriever, freshness, Optional.empty());
  }

  /** An answerer over one retriever that also says what has changed since a day. */
  public QuotingAnswerer(Retriever retriever, Freshness freshness, InstantSource clock) {
    this(retriever, freshness, Optional.of(new Changes(retriever, clock)));
  }

  private QuotingAnswerer(Retriever retriever, Freshness freshness, Optional<Changes> changes) {
    this.retriever = retriever;
    this.freshness = freshness;
    this.changes = changes;
  }

  @Override
  public Quoted quoted(Question question) throws InterruptedException {
    Optional<Changes.Listed> listed = changes.flatMap(each -> each.of(question));
    if (listed.isPresent()) {
      Changes.Listed found = listed.get();
      return new Quoted(
          found.statements().isEmpty()
              ? unknown(List.of(), Optional.of(found.nothing()))
              : grounded(found.statements(), Optional.empty()),
          found.assessment());
    }
    Assessment assessment = assess(question);
    return new Quoted(answer(question, assessment), assessment);
  }

  private Answer answer(Question question, Assessment assessment) {
    Optional<String> declined = Imitation.declined(question.text());
    if (declined.isPresent()) {
      return unknown(assessment.nearest(), declined);
    }
    return switch (assessment.verdict()) {
      case ANSWERED -> grounded(QuestionKind.of(question.text()), assessment.shown());
      case NEAR -> near(assessment.shown().getFirst());
      case UNKNOWN -> unknown(assessment.nearest(), Optional.empty());
    };
  }

  @Override
  public Assessment assess(Question question) throws InterruptedException {
    try (Evidence evidence = retriever.retrieve(question, PASSAGES)) {
      QuestionKind kind = QuestionKind.of(question.text());
      List<Quote> ranked = QuoteChooser.ranked(question.text(), evidence);
      List<Quote> chosen = NewerText.first(Selection.of(kind, ranked), ranked);
      List<Citation> shown = cite(Extracts.of(kind, chosen, evidence));
      double confidence = Confidence.of(question.text(), evidence, ranked);
      return new Assessment(
          evidence.passages(),
          NearPassages.of(evidence, ranked),
          cite(Selection.best(kind, ranked).stream().map(Extract::of).toList()),
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

  private static List<Citation> cite(List<Extract> extracts) {
    List<Citation> citations = new ArrayList<>();
    for (Extract extract : extracts) {
      citations.add(extract.cite(citations.size() + 1));
    }
    return citations;
  }

  private Answer grounded(QuestionKind kind, List<Citation> shown) {
    return new Answer.Grounded(
        inOrder(kind, shown).stream().map(QuotingAnswerer::statement).toList(),
        asOf(shown.stream().map(c -> c.doc().source())));
  }

  @Override
  public Answer.Grounded grounded(List<Statement> statements, Optional<Composition> composition) {
    return new Answer.Grounded(
        statements,
        asOf(statements.stream().flatMap(s -> s.citations().stream()).map(c -> c.doc().source())),
        composition);
  }

  @Override
  public boolean holds(Question question, List<Citation> citations) {
    return retriever.holds(question, citations);
  }

  private static Statement statement(Citation citation) {
    return new Statement(NamedCells.of(citation), citation.said(), List.of(citation));
  }

  /**
   * Section by section, the best first, and each in its own order; but where no explanation is
   * asked for, the best of all comes first.
   */
  private static List<Citation> inOrder(QuestionKind kind, List<Citation> shown) {
    Citation best = shown.getFirst();
    List<Section> sections = shown.stream().map(Section::of).distinct().toList();
    List<DocId> documents = shown.stream().map(Citation::doc).distinct().toList();
    List<Citation> sorted =
        shown.stream()
            .sorted(
                Comparator.comparingInt((Citation each) -> documents.indexOf(each.doc()))
                    .thenComparingInt(each -> sections.indexOf(Section.of(each)))
                    .thenComparing(each -> kind != QuestionKind.HOW && each != best)
                    .thenComparingInt(Citation::start))
            .toList();
    return IntStream.range(0, sorted.size())
        .mapToObj(i -> sorted.get(i).withMarker(i + 1))
        .toList();
  }

  /** A message stands by itself: what corrects another one is said before it. */
  private record Section(DocId doc, List<String> headings, Optional<Place> message) {
    static Section of(Citation citation) {
      return new Section(
          citation.doc(),
          citation.where().headings(),
          citation.where().place().filter(Place.Message.class::isInstance));
    }
  }

  private Answer near(Citation citation) {
    return new Answer.Near(citation, asOf(Stream.of(citation.doc().source())));
  }

  private Answer unknown(List<NearPassage> nearest, Optional<String> declined) {
    return new Answer.Unknown(
        nearest,
        asOf(nearest.stream().map(near -> near.found().passage().doc().source())),
        declined);
  }

  private Map<SourceId, Instant> asOf(Stream<SourceId> sources) {
    Map<SourceId, Instant> asOf = new HashMap<>();
    sources.distinct().forEach(s -> freshness.inStepAt(s).ifPresent(at -> asOf.put(s, at)));
    return asOf;
  }
}
