package dev.gill.model;

import java.util.Set;
import java.util.TreeSet;

/** Who may read a document. */
public sealed interface Audience {
  /** Whoever may ask at all. */
  record Everyone() implements Audience {
    @Override
    public String toString() {
      return "everyone";
    }
  }

  /** Members of at least one of these groups; there is at least one. */
  record Groups(Set<String> names) implements Audience {
    public Groups {
      names = Set.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("an audience of groups names at least one group");
      }
    }

    @Override
    public String toString() {
      return String.join(",", new TreeSet<>(names));
    }
  }

  /**
   * Reads the form that {@code toString} writes: {@code everyone}, or group names parted by commas.
   *
   * @throws IllegalArgumentException if it names no group, or everyone among groups
   */
  static Audience parse(String written) {
    Set<String> names = new TreeSet<>();
    for (String name : written.split(",")) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    if (names.equals(Set.of("everyone"))) {
      return new Everyone();
    }
    if (names.isEmpty() || names.contains("everyone")) {
      throw new IllegalArgumentException(
          "an audience is 'everyone', or group names parted by commas, not '%s'"
              .formatted(written));
    }
    return new Groups(names);
  }
}
