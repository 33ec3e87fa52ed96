package dev.gill.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When what could not be read is tried again: after a minute, and ever later, up to a day. Any
 * thread.
 */
public final class Retries {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private record Rest(Duration pause, Instant since) {}

  private final Map<String, Rest> resting = new HashMap<>();
  private final InstantSource clock;

  /** Nothing failed yet. */
  public Retries(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether it may be tried; what never failed may. */
  public synchronized boolean due(String key) {
    Rest rest = resting.get(key);
    return rest == null || Due.again(rest.since(), rest.pause(), clock.instant());
  }

  /** Whether something that failed may be tried again. */
  public boolean anyDue() {
    return !allDue().isEmpty();
  }

  /** What failed and may be tried again. */
  public synchronized Set<String> allDue() {
    return resting.keySet().stream().filter(this::due).collect(Collectors.toSet());
  }

  /** When each of those that failed is tried again, if nothing changes before. */
  public synchronized Map<String, Instant> next() {
    Map<String, Instant> next = new HashMap<>();
    resting.forEach((key, rest) -> next.put(key, rest.since().plus(rest.pause())));
    return next;
  }

  /** It could not be read. */
  public synchronized void failed(String key) {
    Rest before = resting.get(key);
    Duration pause = before == null ? FIRST : before.pause().multipliedBy(2);
    Duration bounded = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    resting.put(key, new Rest(bounded, clock.instant()));
  }

  /** It was read, or is gone. */
  public synchronized void settled(String key) {
    resting.remove(key);
  }
}
