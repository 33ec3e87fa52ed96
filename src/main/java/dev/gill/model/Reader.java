package dev.gill.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who asks, alone or where others read along. What they may read, an {@link Access} says:
 * of what is asked together, only what each of them may.
 *
 * @param identities by which sources may know them as a member of groups
 * @param groups that they belong to besides, by configuration or sign-in
 * @param others who read along; none of them has others again
 */
public record Reader(Set<Identity> identities, Set<GroupId> groups, Set<Reader> others) {
  public Reader {
    identities = Set.copyOf(identities);
    groups = Set.copyOf(groups);
    others = Set.copyOf(others);
    if (others.stream().anyMatch(other -> !other.others.isEmpty())) {
      throw new IllegalArgumentException("who reads along is one person each");
    }
  }

  /** Somebody who asks alone. */
  public Reader(Set<Identity> identities, Set<GroupId> groups) {
    this(identities, groups, Set.of());
  }

  /** This one, where these read along: who asks stays who they are, and reads what all may. */
  public Reader along(Collection<Reader> along) {
    Set<Reader> all = new HashSet<>(others);
    along.forEach(reader -> all.addAll(reader.each()));
    all.remove(alone());
    return new Reader(identities, groups, all);
  }

  private Reader alone() {
    return others.isEmpty() ? this : new Reader(identities, groups);
  }

  /** This one and all who read along, each alone. */
  public Set<Reader> each() {
    Set<Reader> all = new HashSet<>(others);
    all.add(alone());
    return all;
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
