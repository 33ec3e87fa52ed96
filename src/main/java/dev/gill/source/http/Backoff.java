package dev.gill.source.http;

import java.time.Duration;

/**
 * How long to wait before a repetition: half a second, doubled each time, half a minute at most,
 * and of that a part between one half and the whole by chance, so that clients that failed together
 * do not come back together ("equal jitter" in <a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
 * Backoff and Backoff</a>).
 */
final class Backoff {
  private static final long FIRST = Duration.ofMillis(500).toNanos();
  private static final long MOST = Duration.ofSeconds(30).toNanos();

  private Backoff() {}

  /**
   * The pause before a repetition.
   *
   * @param earlier how many repetitions there were before this one
   * @param chance from 0 to below 1
   */
  static Duration pause(int earlier, double chance) {
    long full = Math.min(MOST, FIRST << Math.min(earlier, 16));
    return Duration.ofNanos(full / 2 + (long) (full / 2 * chance));
  }
}
