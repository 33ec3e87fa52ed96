package dev.gill.source.confluence;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes scopes of permissions and restrictions: all pages of a space under the same restricted
 * pages have the same readers, those who may see the space and are named by each of these
 * restrictions. A scope's key is the space's, followed by the ids of the restricted contents.
 */
record Scopes(ConfluenceSettings settings, Site site) {
  /** What begins the name of the group that is one user. */
  private static final String USER = "user ";

  private static final int DEEPEST = 200;

  /** The scope of a page; empty while it is not known who may read it. */
  Optional<Scope> of(Item.Page page) {
    return restricted(page).map(chain -> scope(page.space(), chain));
  }

  /** The restricted contents above a page and itself, the nearest first; empty if unknown. */
  Optional<List<String>> restricted(Item.Page page) {
    List<String> chain = new ArrayList<>();
    Optional<Item.Parent> at = Optional.of(new Item.Parent(page.id(), "page"));
    for (int i = 0; at.isPresent(); i++) {
      String id = at.get().id();
      Optional<Readers> readers = site.restriction(id);
      Optional<Optional<Item.Parent>> above = above(id);
      if (i > DEEPEST || readers.isEmpty() || above.isEmpty()) {
        return Optional.empty();
      }
      if (!readers.get().none()) {
        chain.add(id);
      }
      at = above.get();
    }
    return Optional.of(chain);
  }

  private Optional<Optional<Item.Parent>> above(String id) {
    Item.Page page = site.pages().get(id);
    return page == null ? site.holder(id).map(Item.Holder::parent) : Optional.of(page.parent());
  }

  private Scope scope(String space, List<String> chain) {
    List<String> parts = new ArrayList<>(List.of(space));
    parts.addAll(chain);
    return new Scope(settings.id(), String.join("/", parts));
  }

  /** Whether those who may read what lies in one scope may read the other, by their keys alone. */
  static boolean within(Scope narrow, Scope wide) {
    return parts(narrow).getFirst().equals(parts(wide).getFirst())
        && new HashSet<>(parts(narrow)).containsAll(parts(wide));
  }

  private static List<String> parts(Scope scope) {
    return Arrays.asList(scope.key().split("/"));
  }

  /** Who may read these scopes and the spaces themselves. */
  Rights rights(Collection<Scope> scopes) {
    Map<Scope, Audience> audiences = new TreeMap<>();
    site.spaces().forEach(space -> add(scope(space.key(), List.of()), audiences));
    scopes.forEach(scope -> add(scope, audiences));
    Map<GroupId, Set<Person>> members = new TreeMap<>();
    for (String group : site.groups()) {
      members.put(group(site.groupName(group)), site.members(group).orElse(Set.of()));
    }
    site.spaces().stream()
        .flatMap(space -> site.permissions(space.key()).stream())
        .forEach(readers -> users(readers, members));
    scopes.stream()
        .flatMap(scope -> parts(scope).stream().skip(1))
        .flatMap(id -> site.restriction(id).stream())
        .forEach(readers -> users(readers, members));
    return new Rights(audiences, members);
  }

  private void users(Readers readers, Map<GroupId, Set<Person>> members) {
    readers.users().forEach((id, person) -> members.put(group(USER + id), Set.of(person)));
  }

  private void add(Scope scope, Map<Scope, Audience> audiences) {
    List<String> parts = parts(scope);
    List<Audience> all = new ArrayList<>(List.of(space(parts.getFirst())));
    for (String id : parts.subList(1, parts.size())) {
      all.add(site.restriction(id).map(this::named).orElse(new Audience.Nobody()));
    }
    boolean closed = all.stream().anyMatch(Audience.Nobody.class::isInstance);
    audiences.put(
        scope,
        closed
            ? new Audience.Nobody()
            : all.size() == 1 ? all.getFirst() : new Audience.AllOf(all));
  }

  private Audience space(String key) {
    if (settings.audience().isPresent()) {
      return settings.audience().get();
    }
    return site.isOpen(key)
        ? new Audience.Everyone()
        : site.permissions(key).map(this::named).orElse(new Audience.Nobody());
  }

  private Audience named(Readers readers) {
    Set<GroupId> groups = new HashSet<>();
    readers.groups().forEach(group -> groups.add(group(site.groupName(group))));
    readers.users().keySet().forEach(id -> groups.add(group(USER + id)));
    return groups.isEmpty() ? new Audience.Nobody() : new Audience.AnyOf(groups);
  }

  private GroupId group(String name) {
    return new GroupId(settings.realm(), name);
  }
}
