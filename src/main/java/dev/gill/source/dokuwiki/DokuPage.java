package dev.gill.source.dokuwiki;

import java.util.Map;
import java.util.Optional;

/**
 * A page as it is listed.
 *
 * @param id with colons
 * @param version when it was changed, in seconds since 1970
 * @param size of its source in bytes
 */
record DokuPage(String id, long version, long size) {
  /** Of the list of all pages; empty if it makes no sense. */
  static Optional<DokuPage> listed(Object entry) {
    return entry instanceof Map<?, ?> page && page.get("id") instanceof String id && !id.isEmpty()
        ? Optional.of(new DokuPage(id, number(page.get("rev")), number(page.get("size"))))
        : Optional.empty();
  }

  /** Of the recent changes; without a size it is gone. */
  static Optional<DokuPage> changed(Object entry) {
    return entry instanceof Map<?, ?> page && page.get("name") instanceof String id
        ? Optional.of(new DokuPage(id, number(page.get("version")), number(page.get("size"))))
        : Optional.empty();
  }

  boolean gone() {
    return size < 0;
  }

  String mark() {
    return version + ":" + size;
  }

  private static long number(Object value) {
    return value instanceof Long number ? number : -1;
  }
}
