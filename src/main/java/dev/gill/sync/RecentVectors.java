package dev.gill.sync;

import dev.gill.model.Fingerprint;
import dev.gill.model.Space;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Vectors of documents that were deleted lately. A move can reach us as a deletion now and a new
 * document a moment later; its text is the same, so it need not be embedded again. A mere saving:
 * what is not here is embedded.
 */
final class RecentVectors {
  private static final int MOST = 8_192;

  private record Key(Space space, Fingerprint fingerprint) {}

  private final Map<Key, float[]> vectors =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, float[]> eldest) {
          return size() > MOST;
        }
      };

  synchronized void keep(Space space, Map<Fingerprint, float[]> gone) {
    gone.forEach((fingerprint, vector) -> vectors.put(new Key(space, fingerprint), vector));
  }

  /** Adds to {@code found} what is here of {@code wanted} and not there yet. */
  synchronized void addTo(Map<Fingerprint, float[]> found, Space space, Set<Fingerprint> wanted) {
    for (Fingerprint fingerprint : wanted) {
      float[] vector = vectors.get(new Key(space, fingerprint));
      if (vector != null) {
        found.putIfAbsent(fingerprint, vector);
      }
    }
  }
}
