package dev.gill.chunk;

import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a new state of a document asks for: the texts that must be embedded, each once, and how many
 * chunks need none of that.
 *
 * @param fresh one chunk for each text whose vector is not there, in order
 * @param reused how many of the wanted chunks have a vector already
 */
public record DocDelta(List<Chunk> fresh, int reused) {
  public DocDelta {
    fresh = List.copyOf(fresh);
  }

  /**
   * Compares the wanted chunks with the texts whose vectors are stored. Places do not count, only
   * texts.
   */
  public static DocDelta between(Set<Fingerprint> stored, List<Chunk> wanted) {
    Map<Fingerprint, Chunk> fresh = new LinkedHashMap<>();
    for (Chunk chunk : wanted) {
      if (!stored.contains(chunk.fingerprint())) {
        fresh.putIfAbsent(chunk.fingerprint(), chunk);
      }
    }
    return new DocDelta(List.copyOf(fresh.values()), wanted.size() - fresh.size());
  }
}
