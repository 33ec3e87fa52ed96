package dev.gill.surface.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Refuses signed requests that are old, and those that came before. */
public final class SignedOnce {
  /** As Slack and Lark advise. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Duration SWEPT_EVERY = Duration.ofSeconds(10);

  private final InstantSource clock;

  /** Until when each signature is remembered, which is while its time would let it in. */
  private final Map<String, Instant> seen = new HashMap<>();

  private Instant swept = Instant.MIN;

  /** With nothing seen yet. */
  public SignedOnce(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a time lies within the window around now. */
  public boolean isFresh(String seconds) {
    if (seconds == null || !seconds.matches("\\d{1,11}")) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
    return Duration.between(signed, clock.instant()).abs().compareTo(WINDOW) <= 0;
  }

  /**
   * Whether it is taken, now and never again.
   *
   * @param seconds when it was signed, since 1970
   * @param signature that was found to be right
   */
  public synchronized boolean takes(String seconds, String signature) {
    Instant now = clock.instant();
    if (swept.isBefore(now.minus(SWEPT_EVERY)) || swept.isAfter(now)) {
      seen.values().removeIf(now::isAfter);
      swept = now;
    }
    if (!isFresh(seconds)) {
      return false;
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(seconds)).plus(WINDOW);
    return seen.putIfAbsent(signature, until) == null;
  }
}
