package dev.gill.lab.questions;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexQuery;
import dev.gill.index.Snapshot;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import java.util.List;

/** Words alone and vectors alone, as rivals of the whole. */
public final class Rivals {
  private static final int DEPTH = 50;

  private final IndexEngine engine;
  private final Embedders embedders;

  /** The rivals over one index. */
  public Rivals(IndexEngine engine, Embedders embedders) {
    this.engine = engine;
    this.embedders = embedders;
  }

  /** What BM25 alone finds, best first. */
  List<Passage> words(Question question) {
    return search(new IndexQuery.Lexical(question.text()), question);
  }

  /** What nearness of vectors alone finds, best first. */
  List<Passage> vectors(Question question) throws InterruptedException {
    Embedder embedder = embedders.of(Language.of(question.text()));
    float[] vector = embedder.embed(List.of(question.text()), Role.QUESTION).getFirst();
    return search(new IndexQuery.Nearest(embedder.space(), vector), question);
  }

  private List<Passage> search(IndexQuery query, Question question) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.search(query, Filter.of(question.reader()), DEPTH).stream()
          .map(Hit::passage)
          .toList();
    }
  }
}
