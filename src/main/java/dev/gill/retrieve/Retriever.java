package dev.gill.retrieve;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.embed.Scorer;
import dev.gill.embed.Scorers;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexEngine;
import dev.gill.index.Leg;
import dev.gill.index.Snapshot;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds passages for a question: by words and by nearness, on one snapshot, fused, and re-read
 * where the language has a reader. Safe for use by several threads.
 */
public final class Retriever {
  /** Hits of each leg that are fused. */
  private static final int DEPTH = 100;

  private final IndexEngine engine;
  private final Embedders embedders;
  private final Scorers readers;

  /** A retriever over one index that re-reads nothing. */
  public Retriever(IndexEngine engine, Embedders embedders) {
    this(engine, embedders, Scorers.none());
  }

  /**
   * A retriever over one index.
   *
   * @param readers re-read what was found, for the languages that they are for
   */
  public Retriever(IndexEngine engine, Embedders embedders, Scorers readers) {
    this.engine = engine;
    this.embedders = embedders;
    this.readers = readers;
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
      List<Scored> fused =
          NearDuplicates.dropped(
              Fusion.of(language).fuse(lexical, nearest), Math.max(k, Rereading.DEPTH));
      Rereading.Reread reread = reread(language, question.text(), fused);
      return new Evidence(
          snapshot,
          embedder,
          vector,
          snapshot.weigh(question.text()),
          reread.passages().stream().limit(k).toList(),
          reread.readings(),
          nearest.isEmpty() ? 0 : nearest.getFirst().score());
    } catch (RuntimeException | Error | InterruptedException e) {
      snapshot.close();
      throw e;
    }
  }

  private Rereading.Reread reread(Language language, String question, List<Scored> fused)
      throws InterruptedException {
    Optional<Scorer> reader = readers.of(language);
    return reader.isEmpty()
        ? new Rereading.Reread(fused, Map.of())
        : Rereading.of(reader.get(), question, fused);
  }
}
