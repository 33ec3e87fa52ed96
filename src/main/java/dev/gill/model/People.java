package dev.gill.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People as the team names them.
 *
 * @param accounts all by which somebody is known, by a name of the team's own
 * @param optedOut of whom nothing that they wrote in chat and mail is read
 * @param forgotten of whom likewise nothing is read, and nothing is left of what was
 */
public record People(
    Map<String, Set<Identity>> accounts, Set<Identity> optedOut, Forgotten forgotten) {
  /** Nobody is named. */
  public static final People NONE = new People(Map.of(), Set.of());

  public People {
    Map<String, Set<Identity>> copies = new TreeMap<>();
    accounts.forEach((name, identities) -> copies.put(name, Set.copyOf(identities)));
    accounts = Map.copyOf(copies);
    optedOut = Set.copyOf(optedOut);
    Objects.requireNonNull(forgotten, "forgotten");
  }

  /** Where nobody is to be forgotten. */
  public People(Map<String, Set<Identity>> accounts, Set<Identity> optedOut) {
    this(accounts, optedOut, Forgotten.NOBODY);
  }

  /** All by which the person is known who is known by any of these. */
  public Set<Identity> known(Collection<Identity> identities) {
    Set<Identity> known = new HashSet<>(identities);
    for (Set<Identity> person : accounts.values()) {
      if (identities.stream().anyMatch(person::contains)) {
        known.addAll(person);
      }
    }
    return known;
  }

  /** Whether nothing is to be read of the person who is known by any of these. */
  public boolean optedOut(Collection<Identity> identities) {
    return known(identities).stream()
        .anyMatch(identity -> optedOut.contains(identity) || forgotten.has(identity));
  }

  /** Text that changes whenever somebody else opts out, or comes to be known by more. */
  public String digest() {
    boolean nobody = optedOut.isEmpty() && forgotten.digests().isEmpty();
    return nobody ? "" : "%s %s %s".formatted(new TreeSet<>(optedOut), forgotten, sorted());
  }

  private Map<String, Set<Identity>> sorted() {
    Map<String, Set<Identity>> sorted = new TreeMap<>();
    accounts.forEach((name, identities) -> sorted.put(name, new TreeSet<>(identities)));
    return sorted;
  }
}
