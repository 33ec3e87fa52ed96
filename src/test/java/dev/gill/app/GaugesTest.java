package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Location;
import dev.gill.model.SourceId;
import dev.gill.sync.Breath;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GaugesTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Looks looks = new Looks();
  private Instant now = Instant.parse("2026-05-04T12:00:00Z");

  private void scrape() {
    meters.getMeters().forEach(meter -> meter.measure().forEach(each -> each.getValue()));
  }

  private double value(String name, String source) {
    return meters.get(name).tag("source", source).gauge().value();
  }

  @Test
  void a_scrape_looks_at_the_sources_once() {
    new Gauges(looks, meters, () -> now).register();
    now = now.plusSeconds(15);
    looks.count = 0;

    scrape();
    assertThat(looks.count).isEqualTo(1);

    now = now.plusSeconds(15);
    scrape();
    assertThat(looks.count).isEqualTo(2);
  }

  @Test
  void each_scrape_shows_the_present_state() {
    new Gauges(looks, meters, () -> now).register();
    assertThat(value("gill.documents", "wiki")).isEqualTo(1);
    assertThat(value("gill.lag.seconds", "wiki")).isZero();
    assertThat(value("gill.failing", "blog")).isZero();

    now = now.plusSeconds(15);

    assertThat(value("gill.documents", "wiki")).isEqualTo(2);
    assertThat(value("gill.lag.seconds", "wiki")).isEqualTo(15);
  }

  /** Two sources that gain a document with each look. */
  private static final class Looks implements SyncMonitor {
    private final Instant inStepAt = Instant.parse("2026-05-04T12:00:00Z");
    private int count;

    @Override
    public List<SourceStatus> sources() {
      count++;
      return List.of(status("blog"), status("wiki"));
    }

    private SourceStatus status(String name) {
      return new SourceStatus(
          new SourceId(name),
          "folder",
          Location.NONE,
          SourceStatus.State.IN_STEP,
          count,
          0,
          Optional.empty(),
          "",
          Optional.of(inStepAt),
          Optional.empty(),
          OptionalLong.empty(),
          0,
          0,
          List.of(),
          List.of());
    }

    @Override
    public List<Breath> breaths() {
      return List.of();
    }

    @Override
    public boolean lookNow(SourceId source) {
      return false;
    }
  }
}
