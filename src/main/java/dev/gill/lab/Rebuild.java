package dev.gill.lab;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.MemoryEngine;
import dev.gill.model.Language;
import dev.gill.parse.Parser;
import dev.gill.sync.Breathing;
import dev.gill.sync.Discretion;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import dev.gill.sync.SourceStatus;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Builds an index anew from the sources' present state, in memory and without paying for vectors.
 */
public final class Rebuild {
  private Rebuild() {}

  /** The index that a first pass makes where every source's secrets are masked. */
  public static IndexEngine of(
      List<Followed> sources,
      Parser parser,
      String parserRecipe,
      Embedders embedders,
      InstantSource clock)
      throws InterruptedException {
    return of(sources, parser, parserRecipe, Discretion.USUAL, embedders, clock);
  }

  /**
   * The index that a first pass over the sources makes. Its chunks are in the right spaces, but all
   * vectors are zero.
   *
   * @param discretion what of documents is not taken in
   * @throws IllegalStateException if a source cannot be read
   */
  public static IndexEngine of(
      List<Followed> sources,
      Parser parser,
      String parserRecipe,
      Discretion discretion,
      Embedders embedders,
      InstantSource clock)
      throws InterruptedException {
    Map<Language, Embedder> counting = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      counting.put(language, new CountingEmbedder(embedders.of(language)));
    }
    IndexEngine engine = new MemoryEngine();
    Intake intake =
        new Intake(engine, parser, parserRecipe, discretion, new Embedders(counting), clock);
    try (Breathing breathing = new Breathing(sources, engine, intake, clock)) {
      breathing.breatheOnce();
      for (SourceStatus status : breathing.sources()) {
        status
            .trouble()
            .ifPresent(
                trouble -> {
                  throw new IllegalStateException(
                      "Source %s: %s".formatted(status.source(), trouble.why()));
                });
      }
    }
    return engine;
  }
}
