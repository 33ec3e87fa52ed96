package dev.gill.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People as the team names them.
 *
 * @param accounts all by which somebody is known, by a name of the team's own
 * @param optedOut of whom nothing that they wrote in chat and mail is read
 */
public record People(Map<String, Set<Identity>> accounts, Set<Identity> optedOut) {
  /** Nobody is named. */
  public static final People NONE = new People(Map.of(), Set.of());

  public People {
    Map<String, Set<Identity>> copies = new TreeMap<>();
    accounts.forEach((name, identities) -> copies.put(name, Set.copyOf(identities)));
    accounts = Map.copyOf(copies);
    optedOut = Set.copyOf(optedOut);
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

  /** Whether the person who is known by any of these wants nothing of theirs to be read. */
  public boolean optedOut(Collection<Identity> identities) {
    return !optedOut.isEmpty() && known(identities).stream().anyMatch(optedOut::contains);
  }

  /** Text that changes whenever somebody else opts out, or comes to be known by more. */
  public String digest() {
    return new TreeSet<>(optedOut) + " " + (optedOut.isEmpty() ? "" : sorted());
  }

  private Map<String, Set<Identity>> sorted() {
    Map<String, Set<Identity>> sorted = new TreeMap<>();
    accounts.forEach((name, identities) -> sorted.put(name, new TreeSet<>(identities)));
    return sorted;
  }
}
