package dev.gill.source.http;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * So many requests in any 60 seconds, first come, first served. It counts the requests of the last
 * 60 seconds, since a bucket of tokens that fills while it is emptied lets nearly twice as many
 * through in its first minute.
 */
final class Budget {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final ArrayDeque<Long> granted = new ArrayDeque<>();
  private int perMinute;

  Budget(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Another client of the host allows no more than this. */
  synchronized void tighten(int other) {
    perMinute = Math.min(perMinute, other);
  }

  /** Takes the next free place, and returns how long to wait for it. */
  synchronized Duration take(long now) {
    while (granted.size() > perMinute) {
      granted.removeFirst();
    }
    long wait = granted.size() < perMinute ? 0 : Math.max(0, granted.removeFirst() + MINUTE - now);
    granted.addLast(now + wait);
    return Duration.ofNanos(wait);
  }
}
