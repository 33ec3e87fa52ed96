package dev.gill.sync;

import dev.gill.chunk.DocDelta;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Snapshot;
import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import dev.gill.model.Space;
import dev.gill.source.SourceException;
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
  /** Texts in one call of the embedder. More than one such slice on a page is bulk. */
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
      Headway headway)
      throws SourceException, InterruptedException {
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
    if (fresh.size() > SLICE) {
      Beside.run(() -> vectors.embed(deltas, true, headway), headway);
    } else {
      vectors.embed(deltas, false, headway);
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

  private void embed(Map<Embedder, DocDelta> deltas, boolean bulk, Headway headway)
      throws InterruptedException {
    for (Map.Entry<Embedder, DocDelta> entry : deltas.entrySet()) {
      List<Chunk> fresh = entry.getValue().fresh();
      for (int i = 0; i < fresh.size(); i += SLICE) {
        headway.moved();
        embed(entry.getKey(), fresh.subList(i, Math.min(i + SLICE, fresh.size())), bulk);
      }
    }
  }

  private void embed(Embedder embedder, List<Chunk> slice, boolean bulk)
      throws InterruptedException {
    List<String> texts = texts(slice);
    try {
      keep(slice, bulk ? embedder.embedInBulk(texts) : embedder.embed(texts, Role.PASSAGE));
    } catch (RuntimeException e) {
      embedOneByOne(embedder, slice);
    }
  }

  /**
   * One text that the model refuses must not take its neighbours with it. A model that refuses
   * everything is out of order: then no document is to blame, and the page is for another time.
   */
  private void embedOneByOne(Embedder embedder, List<Chunk> slice) throws InterruptedException {
    for (Chunk chunk : slice) {
      try {
        keep(List.of(chunk), embedder.embed(List.of(chunk.embedded()), Role.PASSAGE));
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
    chunks.forEach(chunk -> texts.add(chunk.embedded()));
    return texts;
  }
}
