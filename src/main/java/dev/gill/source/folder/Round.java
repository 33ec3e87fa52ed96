package dev.gill.source.folder;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers one pass. */
final class Round {
  private final Memory memory;
  private final SortedMap<String, Found> looks = new TreeMap<>();
  private final Set<String> vanished = new TreeSet<>();

  Round(Memory memory) {
    this.memory = memory;
  }

  Memory memory() {
    return memory;
  }

  /** Has a file read, whether it seems to differ or not. */
  void look(Found file) {
    looks.put(file.key(), file);
  }

  /** Has read what differs from what is known, and notes what is gone. */
  void compare(SortedMap<String, Known> known, SortedMap<String, Found> found) {
    for (Found file : found.values()) {
      boolean same =
          memory
              .get(file.key())
              .flatMap(Known::stat)
              .filter(s -> file.stat().equals(Optional.of(s)))
              .isPresent();
      if (!same) {
        looks.put(file.key(), file);
      }
    }
    known.keySet().stream().filter(key -> !found.containsKey(key)).forEach(vanished::add);
  }

  Pass pass(Object root) {
    return Pass.later(looks.values(), vanished, root);
  }
}
