package dev.gill.source.lark;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.source.SourceException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may read what: each node is a scope of its own, so that a change of its collaborators changes
 * nothing but who that is. Where the settings name an audience, all is one scope and Lark is not
 * asked.
 */
final class Access {
  private static final int DOCUMENTS = 10;
  private static final int GROUPS = 5;

  private final LarkSettings settings;
  private final Readers readers;
  private final Members members;
  private final Set<Scope> reported = new HashSet<>();
  private Rights rights = Rights.NONE;
  private boolean stale = true;

  Access(LarkSettings settings, Readers readers, Members members) {
    this.settings = settings;
    this.readers = readers;
    this.members = members;
  }

  Scope scope(Readers.Shared document) {
    return settings.audience().isPresent()
        ? Scope.whole(settings.id())
        : new Scope(settings.id(), document.token());
  }

  /** What holds whatever Lark says. */
  Rights configured() {
    return settings
        .audience()
        .map(audience -> Rights.of(Scope.whole(settings.id()), audience))
        .orElse(Rights.NONE);
  }

  /** Finds out who may read it, if that is not known. */
  void learn(Readers.Shared document) throws SourceException, InterruptedException {
    if (settings.audience().isEmpty()) {
      readers.learn(document);
    }
  }

  /** Nobody but these may read it. */
  void grant(Readers.Shared document, Set<Principal> principals) {
    readers.put(document, principals);
  }

  void doubt(Readers.Shared document) {
    readers.doubt(document);
  }

  /** Asks a few of these anew, in turn. */
  void refresh(NavigableSet<Readers.Shared> all) throws SourceException, InterruptedException {
    if (settings.audience().isEmpty()) {
      readers.refresh(all, DOCUMENTS);
    }
  }

  /** All that is known; nobody reads what is shared with nobody any more, or gone. */
  Rights rights() throws SourceException, InterruptedException {
    if (settings.audience().isPresent()) {
      return configured();
    }
    Set<Principal> all = new TreeSet<>();
    readers.known().values().forEach(all::addAll);
    stale |= readers.news();
    stale |= members.refresh(all, GROUPS);
    if (stale) {
      rights = build(all);
      stale = false;
    }
    return rights;
  }

  private Rights build(Set<Principal> all) {
    String realm = settings.id().name();
    Map<Scope, Audience> audiences = new HashMap<>();
    reported.forEach(scope -> audiences.put(scope, new Audience.Nobody()));
    readers
        .known()
        .forEach(
            (document, principals) ->
                audiences.put(
                    scope(document),
                    principals.isEmpty()
                        ? new Audience.Nobody()
                        : new Audience.AnyOf(
                            principals.stream()
                                .map(each -> each.group(realm))
                                .collect(Collectors.toSet()))));
    reported.addAll(audiences.keySet());
    Map<GroupId, Set<Person>> people = new HashMap<>();
    all.forEach(each -> people.put(each.group(realm), members.of(each)));
    return new Rights(audiences, people);
  }
}
