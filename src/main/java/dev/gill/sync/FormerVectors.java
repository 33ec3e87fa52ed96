package dev.gill.sync;

import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Fingerprint;
import dev.gill.model.Space;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The vectors of an index that is about to be replaced, for as long as it is open. */
final class FormerVectors {
  private Optional<IndexEngine> engine = Optional.empty();
  private Set<Space> spaces = Set.of();

  /** Vectors of these spaces are taken from this index. */
  synchronized void of(IndexEngine former, Set<Space> shared) {
    engine = Optional.of(former).filter(_ -> !shared.isEmpty());
    spaces = Set.copyOf(shared);
  }

  /** The index is not touched any more when this returns. */
  synchronized void letGo() {
    engine = Optional.empty();
  }

  /** Adds to {@code found} what the former index has of {@code wanted} and is not there yet. */
  synchronized void addTo(Map<Fingerprint, float[]> found, Space space, Set<Fingerprint> wanted) {
    Set<Fingerprint> missing = new HashSet<>(wanted);
    missing.removeAll(found.keySet());
    if (engine.isPresent() && spaces.contains(space) && !missing.isEmpty()) {
      try (Snapshot snapshot = engine.get().snapshot()) {
        found.putAll(snapshot.vectors(space, missing));
      }
    }
  }
}
