package dev.gill.surface.mcp;

import java.util.List;
import java.util.Optional;

/**
 * Which of many are wanted.
 *
 * @param from how many come before
 * @param limit how many at most
 */
record Window(int from, int limit) {
  /** How many have to be found to know whether there are more. */
  int toFind() {
    return from + limit + 1;
  }

  /** Those of what was found that are wanted. */
  <T> List<T> of(List<T> found) {
    return found.stream().skip(from).limit(limit).toList();
  }

  /**
   * Where to go on; empty if there is no more.
   *
   * @param last as far as anybody may go
   */
  Optional<String> next(List<?> found, int last) {
    int next = from + limit;
    return found.size() > next && next <= last
        ? Optional.of(Integer.toString(next))
        : Optional.empty();
  }
}
