package dev.gill.lab.eval;

import dev.gill.answer.Assessment;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.model.DocId;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures quotes, and whether Gill knows what it does not know. */
final class AnswerTrial {
  private final Collection collection;
  private final IndexEngine engine;
  private final Embedders embedders;
  private final Aids aids;
  private final Map<Collection.Query, Assessment> asked = new LinkedHashMap<>();

  AnswerTrial(Collection collection, IndexEngine engine, Embedders embedders, Aids aids) {
    this.collection = collection;
    this.engine = engine;
    this.embedders = embedders;
    this.aids = aids;
  }

  /** Empty where no answers are known. */
  Optional<QuoteFigures> quotes() throws InterruptedException {
    List<Collection.Query> queries = collection.withAnswers();
    int[] held = new int[3];
    int passage = 0;
    for (Collection.Query query : queries) {
      GoldAnswers gold = new GoldAnswers(query.answers(), collection.language());
      Assessment assessment = ask(query);
      boolean holds = false;
      for (int i = 0; i < held.length; i++) {
        holds |= i < assessment.best().size() && gold.in(assessment.best().get(i).quote());
        held[i] += holds ? 1 : 0;
      }
      boolean inPassage =
          assessment.passages().stream()
              .limit(1)
              .anyMatch(found -> gold.in(found.passage().chunk().text()));
      passage += inPassage ? 1 : 0;
    }
    double n = queries.size();
    return queries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new QuoteFigures(queries.size(), held[0] / n, held[1] / n, held[2] / n, passage / n));
  }

  /** Empty where all questions have an answer. */
  Optional<Doubt> unanswerable() throws InterruptedException {
    List<Collection.Query> unanswerable = collection.unanswerable();
    if (unanswerable.isEmpty()) {
      return Optional.empty();
    }
    List<Collection.Query> answerable =
        collection.queries().stream().filter(Collection.Query::answerable).toList();
    return Optional.of(Doubt.of(verdicts(answerable), verdicts(unanswerable)));
  }

  /** Empty where no answers are known. */
  Optional<Doubt> removed() throws InterruptedException {
    List<Collection.Query> queries = collection.withAnswers();
    if (queries.isEmpty()) {
      return Optional.empty();
    }
    List<Doubt.Verdict> without = new ArrayList<>();
    for (Collection.Query query : queries) {
      Set<DocId> right =
          collection.judgements().get(query.id()).keySet().stream()
              .map(EvalIndex::id)
              .collect(Collectors.toSet());
      without.add(verdict(assess(query, new WithheldEngine(engine, right))));
    }
    return Optional.of(Doubt.of(verdicts(queries), without));
  }

  private List<Doubt.Verdict> verdicts(List<Collection.Query> queries) throws InterruptedException {
    List<Doubt.Verdict> verdicts = new ArrayList<>();
    for (Collection.Query query : queries) {
      verdicts.add(verdict(ask(query)));
    }
    return verdicts;
  }

  private static Doubt.Verdict verdict(Assessment assessment) {
    return new Doubt.Verdict(assessment.confidence(), assessment.answers());
  }

  private Assessment ask(Collection.Query query) throws InterruptedException {
    Assessment known = asked.get(query);
    if (known == null) {
      known = assess(query, engine);
      asked.put(query, known);
    }
    return known;
  }

  private Assessment assess(Collection.Query query, IndexEngine index) throws InterruptedException {
    return new QuotingAnswerer(new Retriever(index, embedders, aids), source -> Optional.empty())
        .assess(new Question(query.text(), Reader.anyone()));
  }
}
