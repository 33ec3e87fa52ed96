package dev.gill.sync;

import dev.gill.index.Snapshot;
import dev.gill.model.Fingerprint;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Vectors of documents that went lately. A move can reach us as a deletion now and a new document a
 * moment later; its text is the same, so it need not be embedded again. A mere saving: what is not
 * here is embedded.
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

  /** The index before whole sources were withdrawn. Their texts may come up under other names. */
  private Optional<Snapshot> former = Optional.empty();

  /** The sources of which one may still bring such texts. */
  private final Set<SourceId> awaited = new HashSet<>();

  synchronized void keep(Space space, Map<Fingerprint, float[]> gone) {
    gone.forEach((fingerprint, vector) -> vectors.put(new Key(space, fingerprint), vector));
  }

  /** Takes the index as it was over, until each of these sources was in step once. */
  synchronized void keep(Snapshot before, Set<SourceId> until) {
    letGo();
    former = Optional.of(before);
    awaited.addAll(until);
    if (awaited.isEmpty()) {
      letGo();
    }
  }

  /** All that this source holds is in the index now. */
  synchronized void inStep(SourceId source) {
    awaited.remove(source);
    if (awaited.isEmpty()) {
      letGo();
    }
  }

  /** Lets go of the index as it was. */
  synchronized void letGo() {
    former.ifPresent(Snapshot::close);
    former = Optional.empty();
    awaited.clear();
  }

  /** Adds to {@code found} what is here of {@code wanted} and not there yet. */
  synchronized void addTo(Map<Fingerprint, float[]> found, Space space, Set<Fingerprint> wanted) {
    Set<Fingerprint> missing = new HashSet<>();
    for (Fingerprint fingerprint : wanted) {
      float[] vector = vectors.get(new Key(space, fingerprint));
      if (vector != null) {
        found.putIfAbsent(fingerprint, vector);
      } else if (!found.containsKey(fingerprint)) {
        missing.add(fingerprint);
      }
    }
    former.ifPresent(before -> found.putAll(before.vectors(space, missing)));
  }
}
