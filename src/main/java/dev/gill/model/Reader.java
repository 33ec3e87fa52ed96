package dev.gill.model;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who asks. What they may read, an {@link Access} says.
 *
 * @param identities by which sources may know them as a member of groups
 * @param groups that they belong to besides, by configuration or sign-in
 */
public record Reader(Set<Identity> identities, Set<GroupId> groups) {
  public Reader {
    identities = Set.copyOf(identities);
    groups = Set.copyOf(groups);
  }

  /** A reader of no group, who sees what everyone sees. */
  public static Reader anyone() {
    return new Reader(Set.of(), Set.of());
  }

  /** Somebody known by these identities alone. */
  public static Reader known(Identity... identities) {
    return new Reader(Set.of(identities), Set.of());
  }

  /** A member of groups that the configuration names. */
  public static Reader member(String... groups) {
    return new Reader(
        Set.of(), Arrays.stream(groups).map(GroupId::configured).collect(Collectors.toSet()));
  }
}
