package dev.gill.source.mediawiki;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When a page that could not be read is tried again: ever more seldom, once a day at least. */
final class Retries {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LAST = Duration.ofDays(1);

  private record Next(Duration pause, Instant at) {}

  private final Map<String, Next> waiting = new HashMap<>();

  void failed(String title, Instant now) {
    waiting.merge(
        title,
        new Next(FIRST, now.plus(FIRST)),
        (before, first) -> {
          Duration twice = before.pause().multipliedBy(2);
          Duration pause = twice.compareTo(LAST) < 0 ? twice : LAST;
          return new Next(pause, now.plus(pause));
        });
  }

  void over(String title) {
    waiting.remove(title);
  }

  /** Whether it may be tried; one that never failed may. */
  boolean due(String title, Instant now) {
    Next next = waiting.get(title);
    return next == null || !now.isBefore(next.at());
  }
}
