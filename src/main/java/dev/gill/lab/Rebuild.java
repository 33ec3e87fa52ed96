package dev.gill.lab;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.MemoryEngine;
import dev.gill.model.Language;
import dev.gill.model.SourceId;
import dev.gill.parse.Parser;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import dev.gill.sync.SourceStatus;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    return of(sources, parser, parserRecipe, Set.of(), embedders, clock);
  }

  /**
   * The index that a first pass over the sources makes. Its chunks are in the right spaces, but all
   * vectors are zero.
   *
   * @param unmasked sources in whose documents nothing is masked
   * @throws IllegalStateException if a source cannot be read
   */
  public static IndexEngine of(
      List<Followed> sources,
      Parser parser,
      String parserRecipe,
      Set<SourceId> unmasked,
      Embedders embedders,
      InstantSource clock)
      throws InterruptedException {
    Map<Language, Embedder> counting = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      counting.put(language, new CountingEmbedder(embedders.of(language)));
    }
    IndexEngine engine = new MemoryEngine();
    Intake intake =
        new Intake(engine, parser, parserRecipe, unmasked, new Embedders(counting), clock);
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
