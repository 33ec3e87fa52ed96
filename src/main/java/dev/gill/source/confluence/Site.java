package dev.gill.source.confluence;

import dev.gill.model.Person;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is known of the spaces that are followed, the texts apart. One thread. */
final class Site {
  private final Map<String, Space> spaces = new TreeMap<>();
  private final SortedMap<String, Item.Page> pages = new TreeMap<>();
  private final SortedMap<String, Item.Attachment> files = new TreeMap<>();
  private final Map<String, Item.Holder> holders = new HashMap<>();
  private final Map<String, Readers> restrictions = new HashMap<>();
  private final Map<String, Readers> permissions = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Map<String, Set<Person>> members = new HashMap<>();
  private Map<String, String> groupNames = Map.of();

  /** The versions of pages that say nothing, such as those that only list others. */
  private final Map<String, Integer> silent = new HashMap<>();

  /** Contents that the round under way has met. */
  private Set<String> seen = new HashSet<>();

  private boolean changed = true;

  /** Whether anything has changed since this was asked last. */
  boolean changed() {
    boolean was = changed;
    changed = false;
    return was;
  }

  private <K, V> boolean put(Map<K, V> map, K key, V value) {
    boolean differs = !value.equals(map.put(key, value));
    changed |= differs;
    return differs;
  }

  private void remove(Map<String, ?> map, String key) {
    changed |= map.remove(key) != null;
  }

  /** A round begins: what it does not meet is gone at its end. */
  void begin(List<Space> found, Map<String, String> names) {
    seen = new HashSet<>();
    Map<String, Space> now = new TreeMap<>();
    found.forEach(space -> now.put(space.key(), space));
    changed |= !spaces.equals(now) || !groupNames.equals(names);
    groupNames = Map.copyOf(names);
    spaces.clear();
    spaces.putAll(now);
    permissions.keySet().retainAll(now.keySet());
    open.retainAll(now.keySet());
    List.copyOf(pages.values()).stream()
        .filter(page -> !now.containsKey(page.space()))
        .forEach(page -> gone(page.id()));
  }

  void end() {
    List.copyOf(pages.keySet()).stream().filter(id -> !seen.contains(id)).forEach(this::gone);
    List.copyOf(files.values()).stream()
        .filter(file -> !seen.contains(file.id()) || !pages.containsKey(file.page()))
        .forEach(file -> gone(file.id()));
    holders.keySet().retainAll(seen);
    silent.keySet().retainAll(pages.keySet());
    restrictions.keySet().removeIf(id -> !pages.containsKey(id) && !holders.containsKey(id));
  }

  /**
   * Takes in what a list names.
   *
   * @return whether that is news of what it says or where it stands
   */
  boolean take(Item item) {
    seen.add(item.id());
    return switch (item) {
      case Item.Page page when !spaces.containsKey(page.space()) -> {
        boolean known = pages.containsKey(page.id());
        gone(page.id());
        yield known;
      }
      case Item.Page page -> {
        page.readers().ifPresent(readers -> put(restrictions, page.id(), readers));
        yield put(pages, page.id(), page.withoutReaders());
      }
      case Item.Attachment file -> pages.containsKey(file.page()) && put(files, file.id(), file);
      case Item.Holder holder -> put(holders, holder.id(), holder);
      case Item.Trashed trashed -> {
        boolean known = pages.containsKey(trashed.id());
        gone(trashed.id());
        yield known;
      }
    };
  }

  /** It is not there any more, nor what is attached to it. */
  void gone(String id) {
    remove(pages, id);
    remove(files, id);
    restrictions.remove(id);
    List<String> attached =
        files.values().stream()
            .filter(file -> file.page().equals(id))
            .map(Item.Attachment::id)
            .toList();
    attached.forEach(file -> remove(files, file));
  }

  /** Who may read a content by its own restrictions; empty while that cannot be seen. */
  void restriction(String id, Optional<Readers> readers) {
    readers.ifPresentOrElse(now -> put(restrictions, id, now), () -> remove(restrictions, id));
  }

  void permissions(String space, Optional<Readers> readers, boolean opened) {
    readers.ifPresentOrElse(now -> put(permissions, space, now), () -> remove(permissions, space));
    changed |= opened ? open.add(space) : open.remove(space);
  }

  void members(String group, Set<Person> people) {
    put(members, group, people);
  }

  void saysNothing(Item.Page page) {
    if (!Integer.valueOf(page.version()).equals(silent.put(page.id(), page.version()))) {
      changed = true;
    }
  }

  boolean saysNothing(String id) {
    return silent.containsKey(id) && silent.get(id) == pages.get(id).version();
  }

  /** The groups that anybody is admitted by. */
  Set<String> groups() {
    Set<String> groups = new HashSet<>();
    permissions.values().forEach(readers -> groups.addAll(readers.groups()));
    restrictions.values().forEach(readers -> groups.addAll(readers.groups()));
    return groups;
  }

  Collection<Space> spaces() {
    return Collections.unmodifiableCollection(spaces.values());
  }

  SortedMap<String, Item.Page> pages() {
    return Collections.unmodifiableSortedMap(pages);
  }

  SortedMap<String, Item.Attachment> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  Optional<Item.Holder> holder(String id) {
    return Optional.ofNullable(holders.get(id));
  }

  Optional<Readers> restriction(String id) {
    return Optional.ofNullable(restrictions.get(id));
  }

  Optional<Readers> permissions(String space) {
    return Optional.ofNullable(permissions.get(space));
  }

  /** Whether visitors who are not signed in see a space. */
  boolean isOpen(String space) {
    return open.contains(space);
  }

  /** Who is in a group; empty while nobody has asked. */
  Optional<Set<Person>> members(String group) {
    return Optional.ofNullable(members.get(group));
  }

  String groupName(String group) {
    String name = groupNames.getOrDefault(group, group);
    return name.isBlank() ? group : name;
  }
}
