package dev.gill.source.webdav;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a server was found to hold. Immutable.
 *
 * @param resources by path
 * @param refused folders that may not be listed, with their status
 * @param failed folders that could not be listed this time, with why; what was known of them stays
 */
record Tree(
    SortedMap<String, Resource> resources,
    SortedMap<String, Integer> refused,
    SortedMap<String, String> failed) {
  Tree {
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
    refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
  }

  static Tree empty() {
    return new Tree(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** What lies beneath a folder. */
  static <T> SortedMap<String, T> beneath(SortedMap<String, T> all, String folder) {
    return folder.isEmpty() ? all : all.subMap(folder + "/", folder + "0");
  }

  /** Whether nothing at or beneath a folder was in trouble. */
  boolean sound(String folder) {
    return !refused.containsKey(folder)
        && !failed.containsKey(folder)
        && beneath(refused, folder).isEmpty()
        && beneath(failed, folder).isEmpty();
  }

  Resource get(String path) {
    return resources.get(path);
  }

  /** The same with these changes. */
  Tree with(Map<String, Resource> changed, Iterable<String> gone) {
    TreeMap<String, Resource> all = new TreeMap<>(resources);
    for (String path : gone) {
      all.remove(path);
      beneath(all, path).clear();
    }
    all.putAll(changed);
    return new Tree(all, refused, failed);
  }
}
