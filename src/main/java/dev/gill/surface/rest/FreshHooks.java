package dev.gill.surface.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Refuses signed hooks that are old, and those that came before. */
final class FreshHooks {
  /** As Slack advises. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final InstantSource clock;

  /** Until when each signature is remembered, which is while its time would let it in. */
  private final Map<String, Instant> seen = new HashMap<>();

  FreshHooks(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whether it is taken, now and never again.
   *
   * @param seconds when it was signed, since 1970
   * @param signature that was found to be right
   */
  synchronized boolean takes(String seconds, String signature) {
    Instant now = clock.instant();
    seen.values().removeIf(now::isAfter);
    if (!seconds.matches("\\d{1,11}")) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
    boolean fresh = Duration.between(signed, now).abs().compareTo(WINDOW) <= 0;
    return fresh && seen.putIfAbsent(signature, signed.plus(WINDOW)) == null;
  }
}
