package dev.gill.model;

import java.util.Objects;

/**
 * Where a source lies, for people; nothing secret is in it.
 *
 * @param place a path, or the host of an address; empty if there is nothing to say
 * @param branch a branch by its name; empty where there are none, or the default one is followed
 */
public record Location(String place, String branch) {
  /** Nothing is said. */
  public static final Location NONE = new Location("", "");

  public Location {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(branch, "branch");
  }
}
