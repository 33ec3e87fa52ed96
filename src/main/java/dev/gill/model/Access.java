package dev.gill.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may read what, as all sources have reported it. Immutable. A scope whose audience is not
 * known is read by nobody.
 *
 * <p>A person who is known to a source by several identities is the same person wherever one of
 * them is named: an account of the chat with a verified address is a member of a group of the wiki
 * that names the address.
 */
public final class Access {
  private static final Access NONE = new Access(new TreeMap<>());

  private final SortedMap<SourceId, Rights> bySource;
  private final Map<Identity, Set<GroupId>> groups = new HashMap<>();
  private final Map<Identity, Set<Identity>> same = new HashMap<>();

  private Access(SortedMap<SourceId, Rights> bySource) {
    this.bySource = bySource;
    bySource.values().forEach(rights -> rights.members().forEach(this::add));
  }

  private void add(GroupId group, Set<Person> people) {
    for (Person person : people) {
      for (Identity identity : person.identities()) {
        groups.computeIfAbsent(identity, i -> new HashSet<>()).add(group);
        same.computeIfAbsent(identity, i -> new HashSet<>()).addAll(person.identities());
      }
    }
  }

  /** Where nothing is known, and nobody reads anything. */
  public static Access none() {
    return NONE;
  }

  /** What these sources have reported. */
  public static Access of(Map<SourceId, Rights> bySource) {
    return new Access(new TreeMap<>(bySource));
  }

  /** What is known once a source has reported this. */
  public Access with(SourceId source, Rights reported) {
    if (reported.isEmpty()) {
      return this;
    }
    Rights joined = of(source).and(reported);
    Map<Scope, Audience> audiences = new TreeMap<>(joined.audiences());
    audiences.values().removeIf(Audience.Nobody.class::isInstance);
    Map<GroupId, Set<Person>> members = new TreeMap<>(joined.members());
    members.values().removeIf(Set::isEmpty);
    return replaced(source, new Rights(audiences, members));
  }

  /** The same without what these sources have reported. */
  public Access without(Set<SourceId> sources) {
    SortedMap<SourceId, Rights> left = new TreeMap<>(bySource);
    left.keySet().removeAll(sources);
    return new Access(left);
  }

  private Access replaced(SourceId source, Rights rights) {
    SortedMap<SourceId, Rights> changed = new TreeMap<>(bySource);
    changed.put(source, rights);
    return new Access(changed);
  }

  /** All that a source has reported and that still holds. */
  public Rights of(SourceId source) {
    return bySource.getOrDefault(source, Rights.NONE);
  }

  /** The sources that have reported anything. */
  public Set<SourceId> sources() {
    return Set.copyOf(bySource.keySet());
  }

  /** Whether somebody, and all who read along, may read what lies in a scope. */
  public boolean mayRead(Reader reader, Scope scope) {
    Audience audience = of(scope.source()).audiences().get(scope);
    return audience != null && admits(memberships(reader), scope, audience);
  }

  private boolean admits(Set<Set<GroupId>> memberships, Scope scope, Audience audience) {
    return memberships.stream().allMatch(mine -> admits(mine, scope, audience, Set.of()));
  }

  /**
   * Whether members of these groups may read a scope.
   *
   * @param within the scopes whose readers are asked for; one that leads back to itself is read by
   *     nobody
   */
  private boolean admits(Set<GroupId> mine, Scope scope, Audience audience, Set<Scope> within) {
    return audience.admits(
        mine::contains,
        other -> {
          Set<Scope> here = new HashSet<>(within);
          here.add(scope);
          Audience others = of(other.source()).audiences().get(other);
          return others != null && !here.contains(other) && admits(mine, other, others, here);
        });
  }

  /** The scopes that somebody, and all who read along, may read. */
  public Set<Scope> scopes(Reader reader) {
    Set<Set<GroupId>> memberships = memberships(reader);
    Set<Scope> readable = new TreeSet<>();
    for (Rights rights : bySource.values()) {
      rights
          .audiences()
          .forEach(
              (scope, audience) -> {
                if (admits(memberships, scope, audience)) {
                  readable.add(scope);
                }
              });
    }
    return readable;
  }

  private Set<Set<GroupId>> memberships(Reader reader) {
    return reader.each().stream().map(this::groups).collect(Collectors.toSet());
  }

  /** The groups that somebody belongs to, whoever reads along. */
  public Set<GroupId> groups(Reader reader) {
    return known(reader.identities()).stream()
        .flatMap(identity -> groups.getOrDefault(identity, Set.of()).stream())
        .collect(Collectors.toCollection(() -> new HashSet<>(reader.groups())));
  }

  /** All identities of the person who is known by these. */
  public Set<Identity> known(Set<Identity> identities) {
    Set<Identity> known = new HashSet<>(identities);
    identities.forEach(identity -> known.addAll(same.getOrDefault(identity, Set.of())));
    return known;
  }

  /** Whether both say the same of each scope and group that both know. */
  public boolean agreesWith(Access other) {
    return bySource.keySet().stream().allMatch(source -> agree(of(source), other.of(source)));
  }

  private static boolean agree(Rights one, Rights other) {
    return alike(one.audiences(), other.audiences()) && alike(one.members(), other.members());
  }

  private static <K, V> boolean alike(Map<K, V> one, Map<K, V> other) {
    return one.entrySet().stream()
        .allMatch(
            entry -> other.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()));
  }

  /** What of a report is not known yet. */
  public Rights news(SourceId source, Rights reported) {
    Rights known = of(source);
    Map<Scope, Audience> audiences = new TreeMap<>(reported.audiences());
    audiences
        .entrySet()
        .removeIf(
            entry ->
                entry
                    .getValue()
                    .equals(known.audiences().getOrDefault(entry.getKey(), new Audience.Nobody())));
    Map<GroupId, Set<Person>> members = new TreeMap<>(reported.members());
    members
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue().equals(known.members().getOrDefault(entry.getKey(), Set.of())));
    return new Rights(audiences, members);
  }

  /**
   * What holds at once when a source reports this along with documents that are still to be taken
   * in: who may read a scope before and after, and who is a member before and after. So a right
   * that was taken away is gone first, and one that was given comes with the documents.
   */
  public Rights narrowed(SourceId source, Rights reported) {
    Rights known = of(source);
    Map<Scope, Audience> audiences = new TreeMap<>();
    reported
        .audiences()
        .forEach(
            (scope, audience) -> {
              Audience before = known.audiences().get(scope);
              if (before != null && !(audience instanceof Audience.Everyone)) {
                audiences.put(scope, before.and(audience));
              }
            });
    Map<GroupId, Set<Person>> members = new TreeMap<>();
    reported
        .members()
        .forEach(
            (group, people) -> {
              Set<Person> staying = new HashSet<>(known.members().getOrDefault(group, Set.of()));
              staying.retainAll(people);
              members.put(group, staying);
            });
    return news(source, new Rights(audiences, members));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Access access && bySource.equals(access.bySource);
  }

  @Override
  public int hashCode() {
    return bySource.hashCode();
  }

  @Override
  public String toString() {
    return bySource.toString();
  }
}
