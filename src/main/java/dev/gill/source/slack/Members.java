package dev.gill.source.slack;

import dev.gill.model.Identity;
import dev.gill.model.Person;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accounts of a workspace.
 *
 * @param realm of their identities
 */
record Members(String realm, Map<String, Member> byId) {
  Members {
    byId = Map.copyOf(new TreeMap<>(byId));
  }

  /** As people read it; empty if nobody knows. */
  Optional<String> name(String account) {
    return Optional.ofNullable(byId.get(account)).map(Member::name);
  }

  /** By which an account is known, also by an address that nobody has verified. */
  Set<Identity> identities(String account) {
    Set<Identity> known = new HashSet<>();
    known.add(new Identity(realm, account));
    Optional.ofNullable(byId.get(account))
        .map(Member::email)
        .filter(email -> !email.isBlank())
        .ifPresent(email -> known.add(Identity.email(email)));
    return known;
  }

  /** Who of these accounts can sign in. Those of other workspaces may be unknown here. */
  Set<Person> people(Collection<String> accounts) {
    return accounts.stream()
        .filter(account -> !byId.containsKey(account) || byId.get(account).signsIn())
        .map(
            account ->
                Optional.ofNullable(byId.get(account))
                    .map(member -> member.person(realm))
                    .orElseGet(() -> Person.of(new Identity(realm, account))))
        .collect(Collectors.toSet());
  }

  /** Who may enter every public channel. */
  Set<Person> full() {
    return byId.values().stream()
        .filter(member -> member.full() && member.signsIn())
        .map(member -> member.person(realm))
        .collect(Collectors.toSet());
  }

  /** Whether there is anybody who may enter some public channels and not others. */
  boolean anyGuest() {
    return byId.values().stream().anyMatch(member -> member.guest() && member.signsIn());
  }
}
