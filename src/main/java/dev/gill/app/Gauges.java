package dev.gill.app;

import dev.gill.model.SourceId;
import dev.gill.sync.Breath;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What can be measured of the sources: documents, chunks, failures, lag; and of breaths: chunks
 * embedded and re-used, time taken.
 */
@Singleton
final class Gauges {
  /** So long one look at the sources serves, which is all gauges of one scrape. */
  private static final Duration VALID = Duration.ofSeconds(1);

  private final SyncMonitor sync;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private List<SourceStatus> statuses = List.of();
  private Instant until = Instant.MIN;

  Gauges(SyncMonitor sync, MeterRegistry meters, InstantSource clock) {
    this.sync = sync;
    this.meters = meters;
    this.clock = clock;
  }

  void register() {
    for (SourceStatus status : statuses()) {
      SourceId id = status.source();
      gauge("gill.documents", "Documents in the index", id, SourceStatus::documents);
      gauge("gill.chunks", "Chunks in the index", id, SourceStatus::chunks);
      gauge("gill.failures", "Documents that could not be taken in", id, s -> s.failures().size());
      gauge("gill.lag.seconds", "Seconds since the source was last in step", id, this::lag);
      gauge("gill.failing", "1 while the source stands still", id, s -> failing(s) ? 1 : 0);
    }
  }

  private void gauge(String name, String what, SourceId id, ToDoubleFunction<SourceStatus> value) {
    Gauge.builder(name, () -> status(id).map(value::applyAsDouble).orElse(Double.NaN))
        .description(what)
        .tags(Tags.of("source", id.name()))
        .register(meters);
  }

  private Optional<SourceStatus> status(SourceId id) {
    return statuses().stream().filter(s -> s.source().equals(id)).findFirst();
  }

  private synchronized List<SourceStatus> statuses() {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      statuses = sync.sources();
      until = now.plus(VALID);
    }
    return statuses;
  }

  private double lag(SourceStatus status) {
    return status
        .inStepAt()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  private static boolean failing(SourceStatus status) {
    return status.state() == SourceStatus.State.FAILING;
  }

  /** Counts what a breath came to. */
  void breath(Breath breath) {
    Tags tags = Tags.of("source", breath.doc().source().name());
    meters.counter("gill.chunks.embedded", tags).increment(breath.embedded());
    meters.counter("gill.chunks.reused", tags).increment(breath.reused());
    meters
        .timer(
            "gill.breath",
            tags.and("kind", breath.kind().name().toLowerCase(java.util.Locale.ROOT)))
        .record(breath.took());
  }
}
