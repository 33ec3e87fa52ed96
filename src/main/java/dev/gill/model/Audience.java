package dev.gill.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who may read what lies in a scope. */
public sealed interface Audience {
  /** Whoever may ask at all. */
  record Everyone() implements Audience {
    @Override
    public String toString() {
      return "everyone";
    }
  }

  /** Nobody, until more is known. */
  record Nobody() implements Audience {
    @Override
    public String toString() {
      return "nobody";
    }
  }

  /** Members of at least one of these groups; there is at least one. */
  record AnyOf(Set<GroupId> groups) implements Audience {
    public AnyOf {
      groups = Set.copyOf(groups);
      if (groups.isEmpty()) {
        throw new IllegalArgumentException("an audience of groups names at least one group");
      }
    }

    @Override
    public String toString() {
      return new TreeSet<>(groups).stream().map(GroupId::toString).collect(Collectors.joining(","));
    }
  }

  /** Who belongs to each of these, such as a space's, a page's and its restricted ancestors'. */
  record AllOf(List<Audience> parts) implements Audience {
    public AllOf {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("an audience of several has at least one part");
      }
    }

    @Override
    public String toString() {
      return parts.stream().map(Audience::toString).collect(Collectors.joining(" & ", "(", ")"));
    }
  }

  /** Whoever may read another scope, whatever its audience is at the time. */
  record ReadersOf(Scope scope) implements Audience {
    public ReadersOf {
      Objects.requireNonNull(scope, "scope");
    }

    @Override
    public String toString() {
      return "readers of " + scope;
    }
  }

  /** The members of groups that the configuration names. */
  static Audience of(String... groups) {
    return new AnyOf(Arrays.stream(groups).map(GroupId::configured).collect(Collectors.toSet()));
  }

  /** Who may read this and that. */
  default Audience and(Audience other) {
    return equals(other) ? this : new AllOf(List.of(this, other));
  }

  /** Likewise, where other scopes are read by nobody. */
  default boolean admits(Predicate<GroupId> member) {
    return admits(member, _ -> false);
  }

  /**
   * Whether somebody may read it.
   *
   * @param member whether they belong to a group
   * @param reads whether they may read another scope
   */
  default boolean admits(Predicate<GroupId> member, Predicate<Scope> reads) {
    return switch (this) {
      case Everyone() -> true;
      case Nobody() -> false;
      case AnyOf(Set<GroupId> groups) -> groups.stream().anyMatch(member);
      case AllOf(List<Audience> parts) ->
          parts.stream().allMatch(part -> part.admits(member, reads));
      case ReadersOf(Scope scope) -> reads.test(scope);
    };
  }

  /**
   * Reads what the configuration says: {@code everyone}, or names of groups parted by commas, each
   * with its realm and a colon in front where it is another system's.
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
    return new AnyOf(names.stream().map(GroupId::parse).collect(Collectors.toSet()));
  }
}
