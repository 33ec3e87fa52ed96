package dev.gill.source.mediawiki;

import dev.gill.source.BatchLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The pages that are still to be read: first those that something was done to just now, then the
 * others bucket by bucket, so that a cursor soon speaks for whole buckets.
 */
final class ToRead {
  private final Map<String, Long> first = new LinkedHashMap<>();
  private final NavigableMap<String, PageState> later =
      new TreeMap<>(
          Comparator.comparingInt(Known::bucket).thenComparing(Comparator.naturalOrder()));

  void first(String title, long length) {
    later.remove(title);
    first.put(title, length);
  }

  void later(PageState page) {
    if (!first.containsKey(page.title())) {
      later.put(page.title(), page);
    }
  }

  boolean pressing() {
    return !first.isEmpty();
  }

  boolean isEmpty() {
    return first.isEmpty() && later.isEmpty();
  }

  int size() {
    return first.size() + later.size();
  }

  /** Whether all that was listed has been handed out. */
  boolean listedDone() {
    return later.isEmpty();
  }

  /** The titles of a scope that wait, those first in line included, whose scope is not known. */
  Set<String> titles(boolean restricted) {
    Set<String> titles = new HashSet<>(first.keySet());
    later.values().stream()
        .filter(page -> page.restricted() == restricted)
        .forEach(page -> titles.add(page.title()));
    return titles;
  }

  /** Takes the next ones out, as many as go into a batch; of both kinds only one. */
  List<String> take() {
    List<String> taken = new ArrayList<>();
    BatchLimit limit = new BatchLimit();
    if (first.isEmpty()) {
      for (PageState page : later.values()) {
        if (!fits(taken, limit, page.length())) {
          break;
        }
        taken.add(page.title());
      }
      taken.forEach(later::remove);
      return taken;
    }
    for (Map.Entry<String, Long> page : first.entrySet()) {
      if (!fits(taken, limit, page.getValue())) {
        break;
      }
      taken.add(page.getKey());
    }
    taken.forEach(first::remove);
    return taken;
  }

  private static boolean fits(List<String> taken, BatchLimit limit, long length) {
    return taken.size() < PageReader.MOST && limit.takes(length);
  }
}
