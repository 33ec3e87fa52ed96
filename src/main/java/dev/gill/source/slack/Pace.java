package dev.gill.source.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a method of Slack's may be called: so many times in any 60 seconds. */
final class Pace {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final Deque<Instant> taken = new ArrayDeque<>();

  Pace(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Whether a call is allowed now. */
  boolean allows(Instant now) {
    while (!taken.isEmpty() && !taken.getFirst().plus(MINUTE).isAfter(now)) {
      taken.removeFirst();
    }
    return taken.size() < perMinute;
  }

  /** Notes a call. */
  void take(Instant now) {
    taken.addLast(now);
  }

  int perMinute() {
    return perMinute;
  }
}
