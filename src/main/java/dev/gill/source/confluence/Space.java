package dev.gill.source.confluence;

import java.util.Objects;

/**
 * A space.
 *
 * @param id the number that Cloud knows it by; on Data Center its key again
 */
record Space(String id, String key, String name) {
  Space {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
  }
}
