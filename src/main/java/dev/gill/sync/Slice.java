package dev.gill.sync;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Chunk;
import dev.gill.sync.WorkQueue.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that are embedded in one call. */
record Slice(Embedder embedder, List<Chunk> chunks) {
  /** Texts in one slice. A batch with more new texts is bulk. */
  static final int MOST = 16;

  /** A text that no model in working order refuses. */
  private static final String HARMLESS = "one";

  Slice {
    chunks = List.copyOf(chunks);
  }

  static List<Slice> of(Embedder embedder, List<Chunk> chunks) {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i += MOST) {
      slices.add(new Slice(embedder, chunks.subList(i, Math.min(i + MOST, chunks.size()))));
    }
    return slices;
  }

  /**
   * Makes the vectors; a text that the model refuses is noted with them. The time goes to the texts
   * by their length.
   *
   * @throws RuntimeException if the model is out of order
   * @throws InterruptedException if the thread is asked to stop
   */
  Vectors embed(Lane lane, InstantSource clock) throws InterruptedException {
    Map<Chunk, float[]> made = new HashMap<>();
    Map<Chunk, RuntimeException> refused = new HashMap<>();
    Instant begun = clock.instant();
    try {
      List<String> texts = chunks.stream().map(Chunk::embedded).toList();
      List<float[]> vectors =
          switch (lane) {
            case FRESH -> embedder.embed(texts, Role.PASSAGE);
            case BULK -> embedder.embedInBulk(texts);
          };
      for (int i = 0; i < chunks.size(); i++) {
        made.put(chunks.get(i), vectors.get(i));
      }
    } catch (RuntimeException e) {
      embedOneByOne(made, refused);
    }
    Duration took = Duration.between(begun, clock.instant());
    long length = chunks.stream().mapToLong(chunk -> chunk.embedded().length()).sum();
    Vectors vectors = new Vectors();
    made.forEach(
        (chunk, vector) ->
            vectors.made(chunk, vector, Breath.share(took, chunk.embedded().length(), length)));
    refused.forEach(vectors::refused);
    return vectors;
  }

  /**
   * One text that the model refuses must not take its neighbours with it. A model that refuses
   * everything is out of order: then no document is to blame, and the batch is for another time.
   */
  private void embedOneByOne(Map<Chunk, float[]> made, Map<Chunk, RuntimeException> refused)
      throws InterruptedException {
    for (Chunk chunk : chunks) {
      try {
        made.put(chunk, embedder.embed(List.of(chunk.embedded()), Role.PASSAGE).getFirst());
      } catch (RuntimeException e) {
        embedder.embed(List.of(HARMLESS), Role.PASSAGE);
        refused.put(chunk, e);
      }
    }
  }
}
