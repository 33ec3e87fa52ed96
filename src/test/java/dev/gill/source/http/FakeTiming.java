package dev.gill.source.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that goes by only while somebody sleeps, and a chance that is always the same. */
final class FakeTiming {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

  Timing timing() {
    return timing(
        pause -> {
          sleeps.add(pause);
          nanos.addAndGet(pause.toNanos());
        });
  }

  Timing timing(Timing.Sleeper sleeper) {
    return new Timing(
        () -> START.plusNanos(nanos.get() - Long.MAX_VALUE + 1000), nanos::get, () -> 0.5, sleeper);
  }

  void goOn(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** How long was slept, one after the other. */
  List<Duration> sleeps() {
    return sleeps;
  }
}
