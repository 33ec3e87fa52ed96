package dev.gill.source.http;

import dev.gill.model.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what one source asks for, and notes when its servers last sent something. Any thread. */
final class SourceTally {
  /** A turn that was waited for so long explains why nothing came. */
  private static final Duration WAITED = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private final LongAdder requests = new LongAdder();
  private final LongAdder throttled = new LongAdder();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile long heard;

  SourceTally(LongSupplier nanos) {
    this.nanos = nanos;
    this.heard = nanos.getAsLong();
  }

  /**
   * A request waits for its turn.
   *
   * @return when that began, for {@link #waited}
   */
  long waits() {
    waiting.incrementAndGet();
    return nanos.getAsLong();
  }

  void waited(long since) {
    waiting.decrementAndGet();
    if (nanos.getAsLong() - since > WAITED.toNanos()) {
      heard();
    }
  }

  void sent() {
    requests.increment();
  }

  void heard() {
    heard = nanos.getAsLong();
  }

  void throttled() {
    throttled.increment();
  }

  /** Empty as long as nothing was sent. */
  Optional<Traffic> traffic() {
    if (requests.sum() == 0) {
      return Optional.empty();
    }
    Duration quiet =
        waiting.get() > 0 ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - heard);
    return Optional.of(new Traffic(requests.sum(), throttled.sum(), quiet));
  }
}
