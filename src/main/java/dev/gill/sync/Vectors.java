package dev.gill.sync;

import dev.gill.chunk.DocDelta;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Snapshot;
import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The vectors of one page of changes: those that exist are found, the others are made, each text
 * once.
 */
final class Vectors {
  /**
   * Texts in one call of the embedder: few, so that another source's small edit need not wait for a
   * long queue.
   */
  private static final int SLICE = 16;

  /** A text that no model in working order refuses. */
  private static final String HARMLESS = "one";

  private final Map<Fingerprint, float[]> byText = new HashMap<>();
  private final Map<Fingerprint, RuntimeException> refused = new HashMap<>();
  private final Set<Fingerprint> fresh;
  private final Embedders embedders;

  private Vectors(Embedders embedders, Set<Fingerprint> fresh) {
    this.embedders = embedders;
    this.fresh = fresh;
  }

  static Vectors forChunks(
      List<Chunk> wanted,
      Snapshot snapshot,
      RecentVectors recent,
      Embedders embedders,
      Runnable progress)
      throws InterruptedException {
    Map<Embedder, List<Chunk>> byEmbedder =
        wanted.stream()
            .collect(
                Collectors.groupingBy(
                    chunk -> embedders.of(chunk.language()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Embedder, DocDelta> deltas = new LinkedHashMap<>();
    Map<Fingerprint, float[]> known = new HashMap<>();
    byEmbedder.forEach(
        (embedder, chunks) -> {
          Space space = embedder.space();
          Set<Fingerprint> texts =
              chunks.stream().map(Chunk::fingerprint).collect(Collectors.toSet());
          Map<Fingerprint, float[]> found = new HashMap<>(snapshot.vectors(space, texts));
          recent.addTo(found, space, texts);
          known.putAll(found);
          deltas.put(embedder, DocDelta.between(found.keySet(), chunks));
        });
    Set<Fingerprint> fresh =
        deltas.values().stream()
            .flatMap(delta -> delta.fresh().stream())
            .map(Chunk::fingerprint)
            .collect(Collectors.toSet());
    Vectors vectors = new Vectors(embedders, fresh);
    vectors.byText.putAll(known);
    for (Map.Entry<Embedder, DocDelta> entry : deltas.entrySet()) {
      vectors.embed(entry.getKey(), entry.getValue().fresh(), progress);
    }
    return vectors;
  }

  /** The vector of a chunk. Throws what the model threw if it refused the text. */
  float[] of(Chunk chunk) {
    RuntimeException refusal = refused.get(chunk.fingerprint());
    if (refusal != null) {
      throw refusal;
    }
    return byText.get(chunk.fingerprint());
  }

  Space space(Chunk chunk) {
    return embedders.of(chunk.language()).space();
  }

  /** How many texts had to be embedded. */
  int embedded() {
    return fresh.size() - refused.size();
  }

  boolean isFresh(Chunk chunk) {
    return fresh.contains(chunk.fingerprint());
  }

  private void embed(Embedder embedder, List<Chunk> fresh, Runnable progress)
      throws InterruptedException {
    for (int i = 0; i < fresh.size(); i += SLICE) {
      progress.run();
      List<Chunk> slice = fresh.subList(i, Math.min(i + SLICE, fresh.size()));
      try {
        keep(slice, embedder.embed(texts(slice), Role.PASSAGE));
      } catch (RuntimeException e) {
        embedOneByOne(embedder, slice);
      }
    }
  }

  /**
   * One text that the model refuses must not take its neighbours with it. A model that refuses
   * everything is out of order: then no document is to blame, and the page is for another time.
   */
  private void embedOneByOne(Embedder embedder, List<Chunk> slice) throws InterruptedException {
    for (Chunk chunk : slice) {
      try {
        keep(List.of(chunk), embedder.embed(List.of(chunk.text()), Role.PASSAGE));
      } catch (RuntimeException e) {
        embedder.embed(List.of(HARMLESS), Role.PASSAGE);
        refused.put(chunk.fingerprint(), e);
      }
    }
  }

  private void keep(List<Chunk> chunks, List<float[]> vectors) {
    for (int i = 0; i < chunks.size(); i++) {
      byText.put(chunks.get(i).fingerprint(), vectors.get(i));
    }
  }

  private static List<String> texts(List<Chunk> chunks) {
    List<String> texts = new ArrayList<>(chunks.size());
    chunks.forEach(chunk -> texts.add(chunk.text()));
    return texts;
  }
}
