package dev.gill.model;

import java.util.Set;

/** Somebody who asks, known only by the groups that they belong to. */
public record Reader(Set<String> groups) {
  public Reader {
    groups = Set.copyOf(groups);
  }

  /** A reader of no group, who sees what everyone sees. */
  public static Reader anyone() {
    return new Reader(Set.of());
  }

  /** Whether this reader may read a document of that audience. */
  public boolean mayRead(Audience audience) {
    return switch (audience) {
      case Audience.Everyone() -> true;
      case Audience.Groups(Set<String> names) -> names.stream().anyMatch(groups::contains);
    };
  }
}
