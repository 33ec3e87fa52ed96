package dev.gill.source.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** When what could not be read is tried again: after a minute, and ever later, up to a day. */
final class Retries {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private record Rest(Duration pause, Instant until) {}

  private final Map<String, Rest> resting = new HashMap<>();
  private final InstantSource clock;

  Retries(InstantSource clock) {
    this.clock = clock;
  }

  boolean due(String key) {
    Rest rest = resting.get(key);
    return rest == null || !clock.instant().isBefore(rest.until());
  }

  boolean anyDue() {
    return resting.keySet().stream().anyMatch(this::due);
  }

  void failed(String key) {
    Rest before = resting.get(key);
    Duration pause = before == null ? FIRST : before.pause().multipliedBy(2);
    Duration bounded = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    resting.put(key, new Rest(bounded, clock.instant().plus(bounded)));
  }

  void settled(String key) {
    resting.remove(key);
  }
}
