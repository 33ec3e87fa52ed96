package dev.gill.lab.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who might read each document, by the word that marks it, at any time. Any thread. */
final class History {
  private final Map<String, TreeMap<Instant, Set<String>>> readers = new HashMap<>();

  /** A change begins: until it is over, old and new readers may both read. */
  synchronized void changing(String mark, Set<String> after) {
    TreeMap<Instant, Set<String>> times = readers.computeIfAbsent(mark, m -> new TreeMap<>());
    Set<String> either = new HashSet<>(after);
    if (!times.isEmpty()) {
      either.addAll(times.lastEntry().getValue());
    }
    times.put(Instant.now(), either);
  }

  /** It is over. */
  synchronized void changed(String mark, Set<String> after) {
    readers.get(mark).put(Instant.now(), Set.copyOf(after));
  }

  /** Whether somebody might read it at any time from one moment on. */
  synchronized boolean mayHaveRead(String mark, String person, Instant since) {
    TreeMap<Instant, Set<String>> times = readers.get(mark);
    if (times == null) {
      return false;
    }
    Instant first = times.floorKey(since);
    return times.tailMap(first == null ? times.firstKey() : first, true).values().stream()
        .anyMatch(might -> might.contains(person));
  }

  /** How long before a moment somebody could read it last; nothing if they can, or never could. */
  synchronized Duration lost(String mark, String person, Instant now) {
    Instant until = now;
    for (Map.Entry<Instant, Set<String>> time :
        readers.getOrDefault(mark, new TreeMap<>()).descendingMap().entrySet()) {
      if (time.getValue().contains(person)) {
        return Duration.between(until, now);
      }
      until = time.getKey();
    }
    return Duration.ZERO;
  }
}
