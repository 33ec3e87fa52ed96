package dev.gill.retrieve;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexEngine;
import dev.gill.index.Leg;
import dev.gill.index.Snapshot;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import java.util.List;
import java.util.Optional;

/**
 * Finds passages for a question: by words and by nearness, on one snapshot, fused. Safe for use by
 * several threads.
 */
public final class Retriever {
  /** Hits of each leg that are fused. */
  private static final int DEPTH = 100;

  private final IndexEngine engine;
  private final Embedders embedders;

  /** A retriever over one index. */
  public Retriever(IndexEngine engine, Embedders embedders) {
    this.engine = engine;
    this.embedders = embedders;
  }

  /**
   * The k best passages for a question among those that its reader may read.
   *
   * @throws InterruptedException if the thread is told to stop while the question waits to be
   *     embedded
   */
  public Evidence retrieve(Question question, int k) throws InterruptedException {
    Language language = Language.of(question.text());
    Embedder embedder = embedders.of(language);
    float[] vector = embedder.embed(List.of(question.text()), Role.QUESTION).getFirst();
    Snapshot snapshot = engine.snapshot();
    try {
      Filter filter = Filter.of(question.reader());
      int depth = Math.max(k, DEPTH);
      Leg.Nearest near = new Leg.Nearest(embedder.space(), vector);
      Leg.Lexical words = new Leg.Lexical(question.text(), Optional.of(near));
      List<Hit> lexical = snapshot.search(words, filter, depth);
      List<Hit> nearest = snapshot.search(near, filter, depth);
      List<Scored> fused = Fusion.of(language).fuse(lexical, nearest);
      return new Evidence(
          snapshot,
          embedder,
          vector,
          snapshot.weigh(question.text()),
          NearDuplicates.dropped(fused, k),
          nearest.isEmpty() ? 0 : nearest.getFirst().score());
    } catch (RuntimeException | Error e) {
      snapshot.close();
      throw e;
    }
  }
}
