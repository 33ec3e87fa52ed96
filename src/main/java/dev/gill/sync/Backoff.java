package dev.gill.sync;

import java.time.Duration;

/**
 * How long to leave a source alone after so many failures in a row: doubling from one second, five
 * minutes at most.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(5);

  private Backoff() {}

  static Duration after(int failures) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 16));
    return pause.compareTo(MOST) < 0 ? pause : MOST;
  }
}
