package dev.gill.source.dokuwiki;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes scopes of who may read pages: all pages with the same readers lie in one, whose key names
 * them.
 *
 * @param rules empty where the account may not see them: then all that it reads is for the
 *     configured audience
 */
record Readers(DokuWikiSettings settings, Optional<Rules> rules) {
  /** What begins the name of the group that is one user. */
  private static final String USER = "user ";

  /** The scope of a page; empty if nobody may read it. */
  Optional<Scope> scope(String page) {
    if (rules.isEmpty()) {
      return Optional.of(open());
    }
    Set<String> readers = rules.get().readers(page);
    if (readers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        readers.contains(Rules.EVERYBODY)
            ? open()
            : new Scope(settings.id(), String.join(",", new TreeSet<>(readers))));
  }

  /** Who reads these scopes, and with which accounts. */
  Rights rights(Set<Scope> scopes) {
    Map<Scope, Audience> audiences = new TreeMap<>();
    Map<GroupId, Set<Person>> members = new TreeMap<>();
    for (Scope scope : scopes) {
      audiences.put(scope, scope.key().isEmpty() ? whole() : named(scope, members));
    }
    return new Rights(audiences, members);
  }

  private Audience whole() {
    return settings.audience().orElse(new Audience.Everyone());
  }

  private Audience named(Scope scope, Map<GroupId, Set<Person>> members) {
    Set<GroupId> groups = new HashSet<>();
    for (String reader : scope.key().split(",")) {
      if (reader.startsWith("@")) {
        groups.add(new GroupId(realm(), reader.substring(1)));
      } else {
        GroupId alone = new GroupId(realm(), USER + reader);
        groups.add(alone);
        members.put(alone, Set.of(Person.of(new Identity(realm(), reader))));
      }
    }
    return new Audience.AnyOf(groups);
  }

  Scope open() {
    return Scope.whole(settings.id());
  }

  private String realm() {
    return settings.id().name();
  }
}
