package dev.gill.surface.signin;

import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Who are admins.
 *
 * @param people those who are named
 * @param groups those of whom every member is one
 * @param configured the groups that the configuration says somebody is a member of
 */
public record Admins(
    Set<Identity> people, Set<GroupId> groups, Function<Set<Identity>, Set<GroupId>> configured) {
  public Admins {
    people = Set.copyOf(people);
    groups = Set.copyOf(groups);
  }

  /**
   * Whether somebody is one.
   *
   * @param identities by which they are known; only a verified e-mail address
   * @param signedIn the groups that whoever signed them in names
   */
  public boolean has(Set<Identity> identities, Collection<GroupId> signedIn) {
    if (identities.stream().anyMatch(people::contains)) {
      return true;
    }
    Set<GroupId> member = new HashSet<>(signedIn);
    member.addAll(configured.apply(identities));
    return groups.stream().anyMatch(member::contains);
  }
}
