package dev.gill.model;

import java.util.Set;

/**
 * Somebody as a source knows them.
 *
 * @param identities all that belong to this person for certain: an account, and an e-mail address
 *     if the system has verified it; at least one
 */
public record Person(Set<Identity> identities) {
  public Person {
    identities = Set.copyOf(identities);
    if (identities.isEmpty()) {
      throw new IllegalArgumentException("a person is known by at least one identity");
    }
  }

  /** A person known by these. */
  public static Person of(Identity... identities) {
    return new Person(Set.of(identities));
  }
}
