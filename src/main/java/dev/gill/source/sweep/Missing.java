package dev.gill.source.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Since when documents are missing that were reported. One that moved is to go as its new place
 * comes, so that its text is never absent; but for that nothing waits long, since most of what is
 * missing was deleted. One thread.
 */
final class Missing {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final Map<String, Instant> since = new HashMap<>();

  /**
   * Which of what a pass misses goes with the present page.
   *
   * @param closed what is there, and nobody may read it: it did not move
   */
  Predicate<String> leaving(Pass pass, Set<String> closed, Instant now) {
    Set<String> missed = new HashSet<>(pass.vanished());
    missed.addAll(pass.fresh().vanished());
    since.keySet().retainAll(missed);
    missed.forEach(key -> since.putIfAbsent(key, now));
    return key -> closed.contains(key) || !now.isBefore(since.get(key).plus(LONGEST));
  }
}
