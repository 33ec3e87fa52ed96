package dev.gill.surface.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Leaves a method alone for as long as Slack asks, which it does for each of them. */
final class Pauses {
  private static final int TOO_MANY = 429;
  private static final int ATTEMPTS = 4;
  private static final long LONGEST_SECONDS = 60;

  /** Until when, on the clock of {@link System#nanoTime()}. */
  private final Map<String, Long> until = new ConcurrentHashMap<>();

  /**
   * Notes a pause.
   *
   * @param retryAfter seconds, as the header says
   * @return whether to ask again after it
   */
  boolean begin(String method, int status, String retryAfter, int attempt) {
    if (status != TOO_MANY || attempt >= ATTEMPTS) {
      return false;
    }
    long seconds = retryAfter.matches("\\d{1,4}") ? Long.parseLong(retryAfter) : 1;
    if (seconds > LONGEST_SECONDS) {
      return false;
    }
    until.put(method, System.nanoTime() + Duration.ofSeconds(Math.max(1, seconds)).toNanos());
    return true;
  }

  /** Waits while there is a pause. */
  void await(String method) throws InterruptedException {
    Long end = until.get(method);
    if (end != null) {
      long left = end - System.nanoTime();
      if (left > 0) {
        TimeUnit.NANOSECONDS.sleep(left);
      }
      until.remove(method, end);
    }
  }
}
