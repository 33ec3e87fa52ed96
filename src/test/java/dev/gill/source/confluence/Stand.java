package dev.gill.source.confluence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a stand-in for a Confluence holds, and what its users do to it. */
class Stand {
  record Page(
      String id,
      String space,
      String title,
      String storage,
      String parent,
      String parentType,
      int version,
      Instant at,
      String status) {
    Page in(String newStatus) {
      return new Page(id, space, title, storage, parent, parentType, version, at, newStatus);
    }

    Page below(String newSpace, String newParent, String type) {
      return new Page(id, newSpace, title, storage, newParent, type, version, at, status);
    }
  }

  record File(String id, String page, String title, byte[] bytes, int version, Instant at) {}

  record Folder(String id, String type, String parent, String parentType) {}

  /** Who is named by a space's permissions or a page's restrictions. */
  record Named(Set<String> groups, Set<String> users) {}

  final SortedMap<String, Page> pages = new TreeMap<>();
  final SortedMap<String, File> files = new TreeMap<>();
  final Map<String, Folder> folders = new HashMap<>();
  final Set<String> spaces = new TreeSet<>(Set.of("OPS"));
  final Map<String, Named> permissions = new TreeMap<>();
  final Set<String> anonymous = new HashSet<>();
  final Map<String, Named> restrictions = new HashMap<>();
  final Map<String, Set<String>> groups = new TreeMap<>();

  /** Contents that the search index does not find yet. */
  final Set<String> unindexed = new HashSet<>();

  /** Pages that no list of what was changed last names. */
  final Set<String> unlisted = new HashSet<>();

  /** Spaces whose permissions the account may not see. */
  final Set<String> hidden = new HashSet<>();

  /** Pages that bring the site to fail when their text is asked for. */
  final Set<String> failing = new HashSet<>();

  Instant clock = Instant.parse("2026-03-01T10:00:00Z");
  private int number = 100;

  Stand() {
    permissions.put("OPS", new Named(Set.of("staff"), Set.of()));
    groups.put("staff", Set.of("mira", "jonas"));
  }

  synchronized void space(String key, String... admitted) {
    spaces.add(key);
    permissions.put(key, new Named(Set.of(admitted), Set.of()));
  }

  /** Writes a page of a space below another one. */
  synchronized String page(String space, String title, String parent, String storage) {
    String id = "" + ++number;
    put(id, space, title, parent, storage);
    return id;
  }

  synchronized void put(String id, String space, String title, String parent, String storage) {
    clock = clock.plusSeconds(1);
    Page before = pages.get(id);
    int version = before == null ? 1 : before.version + 1;
    String type = parent == null ? null : folders.containsKey(parent) ? "folder" : "page";
    pages.put(id, new Page(id, space, title, storage, parent, type, version, clock, "current"));
  }

  synchronized void edit(String id, String storage) {
    Page page = pages.get(id);
    put(id, page.space, page.title, page.parent, storage);
  }

  /** Neither the version nor the time of a page changes when it is moved. */
  synchronized void move(String id, String space, String parent) {
    pages.put(id, pages.get(id).below(space, parent, parent == null ? null : "page"));
  }

  synchronized void trash(String id) {
    pages.put(id, pages.get(id).in("trashed"));
  }

  synchronized void restore(String id) {
    pages.put(id, pages.get(id).in("current"));
  }

  synchronized void purge(String id) {
    pages.remove(id);
    files.values().removeIf(file -> file.page.equals(id));
  }

  synchronized String folder(String parent) {
    String id = "" + ++number;
    folders.put(id, new Folder(id, "folder", parent, parent == null ? null : "page"));
    return id;
  }

  synchronized String attach(String page, String title, String text) {
    clock = clock.plusSeconds(1);
    String id = "att" + ++number;
    files.put(id, new File(id, page, title, text.getBytes(StandardCharsets.UTF_8), 1, clock));
    return id;
  }

  synchronized void restrict(String id, Set<String> admitted, Set<String> users) {
    restrictions.put(id, new Named(admitted, users));
  }

  synchronized void unrestrict(String id) {
    restrictions.remove(id);
  }

  synchronized Set<String> present() {
    Set<String> present = new HashSet<>();
    pages.values().stream().filter(p -> p.status.equals("current")).forEach(p -> present.add(p.id));
    return present;
  }

  List<Page> pages(Set<String> within, Set<String> statuses) {
    return pages.values().stream()
        .filter(page -> within.isEmpty() || within.contains(page.space))
        .filter(page -> spaces.contains(page.space) && statuses.contains(page.status))
        .toList();
  }

  List<File> files() {
    List<File> found = new ArrayList<>(files.values());
    found.removeIf(
        file -> !pages.containsKey(file.page) || !pages.get(file.page).status.equals("current"));
    return found;
  }

  static <T> List<T> latest(List<T> all, java.util.function.Function<T, Instant> time) {
    return all.stream().sorted(Comparator.comparing(time).reversed()).toList();
  }
}
