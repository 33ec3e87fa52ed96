package dev.gill.sync;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How far behind the index was at the end of each of the last thousand looks at a source. */
final class Lags {
  private static final int KEPT = 1_000;

  private final Deque<Duration> latest = new ArrayDeque<>();

  void add(Duration lag) {
    latest.addLast(lag);
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
  }

  /** What 99 of 100 looks did not exceed; empty before the first. */
  Optional<Duration> p99() {
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    List<Duration> sorted = latest.stream().sorted().toList();
    return Optional.of(sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1));
  }
}
