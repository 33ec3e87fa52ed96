package dev.gill.app;

import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import dev.gill.source.Due;
import dev.gill.sync.Breath;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What can be measured of the sources: documents, chunks, failures, lag, requests; and of breaths:
 * chunks embedded and re-used, time taken.
 */
@Singleton
final class Gauges {
  /** So long one look at the sources serves, which is all gauges of one scrape. */
  private static final Duration VALID = Duration.ofSeconds(1);

  private final SyncMonitor sync;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private List<SourceStatus> statuses = List.of();
  private Instant at = Instant.MIN;

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
      gauge("gill.lag.p99.seconds", "Seconds behind when 99 of 100 looks were over", id, this::p99);
      counter("gill.requests", "Requests to the source's servers", id, Traffic::requests);
      counter("gill.throttled", "Answers that asked for a pause", id, Traffic::throttled);
      gauge("gill.failing", "1 while the source stands still", id, s -> failing(s) ? 1 : 0);
    }
  }

  private void gauge(String name, String what, SourceId id, ToDoubleFunction<SourceStatus> value) {
    Gauge.builder(name, () -> status(id).map(value::applyAsDouble).orElse(Double.NaN))
        .description(what)
        .tags(Tags.of("source", id.name()))
        .register(meters);
  }

  private void counter(String name, String what, SourceId id, ToDoubleFunction<Traffic> value) {
    FunctionCounter.builder(
            name, this, all -> all.traffic(id).map(value::applyAsDouble).orElse(0.0))
        .description(what)
        .tags(Tags.of("source", id.name()))
        .register(meters);
  }

  private Optional<Traffic> traffic(SourceId id) {
    return status(id).flatMap(SourceStatus::traffic);
  }

  private Optional<SourceStatus> status(SourceId id) {
    return statuses().stream().filter(s -> s.source().equals(id)).findFirst();
  }

  private synchronized List<SourceStatus> statuses() {
    Instant now = clock.instant();
    if (Due.again(at, VALID, now)) {
      statuses = sync.sources();
      at = now;
    }
    return statuses;
  }

  private double lag(SourceStatus status) {
    return status
        .inStepAt()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  private double p99(SourceStatus status) {
    return status.lagP99().map(lag -> lag.toMillis() / 1000.0).orElse(Double.NaN);
  }

  private static boolean failing(SourceStatus status) {
    return status.state() == SourceStatus.State.FAILING;
  }

  /** Counts what a breath came to. */
  void breath(Breath breath) {
    Tags tags = Tags.of("source", breath.doc().source().name());
    count("gill.chunks.embedded", "Chunks that were embedded", tags, breath.embedded());
    count("gill.chunks.reused", "Chunks whose vector was there already", tags, breath.reused());
    Timings.of("gill.breath", "Time that taking in one change of a document took")
        .tags(tags.and("kind", breath.kind().name().toLowerCase(Locale.ROOT)))
        .register(meters)
        .record(breath.took());
  }

  private void count(String name, String what, Tags tags, int more) {
    Counter.builder(name).description(what).tags(tags).register(meters).increment(more);
  }

  /** Says in its labels what runs. */
  void build(String version) {
    Gauge.builder("gill.build.info", () -> 1)
        .description("1, with the version of Gill and of Java as labels")
        .tags(Tags.of("version", version, "java", Runtime.version().toString()))
        .register(meters);
  }
}
