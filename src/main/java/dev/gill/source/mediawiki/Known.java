package dev.gill.source.mediawiki;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has been reported: a mark of each page's state, and by buckets of titles what these marks
 * come to, which is short enough for a cursor.
 */
final class Known {
  static final int BUCKETS = 128;

  private final Map<String, PageState> pages = new HashMap<>();
  private final int[] buckets = new int[BUCKETS];

  void put(PageState page) {
    swap(page.title(), page);
  }

  /** It could not be read: its mark never matches. */
  void broken(String title, boolean restricted) {
    swap(title, new PageState(title, PageState.BROKEN, "", 0, restricted));
  }

  /** Whether it was known. */
  boolean remove(String title) {
    return swap(title, null);
  }

  private boolean swap(String title, PageState now) {
    PageState before = now == null ? pages.remove(title) : pages.put(title, now);
    buckets[bucket(title)] ^= mark(before) ^ mark(now);
    return before != null;
  }

  private static int mark(PageState page) {
    return page == null || page.isBroken() ? 0 : page.mark();
  }

  /** Empty if it was not reported, or could not be read. */
  Optional<PageState> get(String title) {
    return Optional.ofNullable(pages.get(title)).filter(page -> !page.isBroken());
  }

  /** All of a scope, broken ones included. */
  Set<String> titles(boolean restricted) {
    return pages.values().stream()
        .filter(page -> page.restricted() == restricted)
        .map(PageState::title)
        .collect(Collectors.toSet());
  }

  Set<String> titles() {
    return Set.copyOf(pages.keySet());
  }

  int size() {
    return pages.size();
  }

  int[] buckets() {
    return buckets.clone();
  }

  static int bucket(String title) {
    return Math.floorMod(PageState.hash(title), BUCKETS);
  }
}
