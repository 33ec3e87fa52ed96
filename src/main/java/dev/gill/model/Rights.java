package dev.gill.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a source reports of who may read it: of each scope and group named here, all that holds now.
 *
 * @param audiences of scopes; one that nobody may read any more is {@link Audience.Nobody}
 * @param members of groups, in realms of systems alone; none for a group that is gone
 */
public record Rights(Map<Scope, Audience> audiences, Map<GroupId, Set<Person>> members) {
  /** Nothing new. */
  public static final Rights NONE = new Rights(Map.of(), Map.of());

  public Rights {
    audiences = Map.copyOf(audiences);
    Map<GroupId, Set<Person>> copies = new TreeMap<>();
    members.forEach((group, people) -> copies.put(reportable(group), Set.copyOf(people)));
    members = Map.copyOf(copies);
  }

  private static GroupId reportable(GroupId group) {
    if (group.realm().equals(GroupId.CONFIGURED)) {
      throw new IllegalArgumentException(
          "the members of %s are a matter of the configuration, not of a source".formatted(group));
    }
    return group;
  }

  /** One scope's audience. */
  public static Rights of(Scope scope, Audience audience) {
    return new Rights(Map.of(scope, audience), Map.of());
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return audiences.isEmpty() && members.isEmpty();
  }

  /** This without the scopes and groups that another one speaks of. */
  public Rights without(Rights other) {
    Map<Scope, Audience> scopes = new TreeMap<>(audiences);
    scopes.keySet().removeAll(other.audiences.keySet());
    Map<GroupId, Set<Person>> groups = new TreeMap<>(members);
    groups.keySet().removeAll(other.members.keySet());
    return new Rights(scopes, groups);
  }

  /** This and what another one says, which counts where both speak of the same. */
  public Rights and(Rights other) {
    Map<Scope, Audience> scopes = new TreeMap<>(audiences);
    scopes.putAll(other.audiences);
    Map<GroupId, Set<Person>> groups = new TreeMap<>(members);
    groups.putAll(other.members);
    return new Rights(scopes, groups);
  }
}
