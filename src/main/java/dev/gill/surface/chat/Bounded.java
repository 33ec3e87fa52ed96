package dev.gill.surface.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what was used last. Safe for use by several threads. */
final class Bounded<K, V> {
  private final Map<K, V> kept;

  /** At most so many. */
  Bounded(int most) {
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  synchronized void put(K key, V value) {
    kept.put(key, value);
  }

  /** Whether it was not there before. */
  synchronized boolean putFirst(K key, V value) {
    return kept.putIfAbsent(key, value) == null;
  }
}
