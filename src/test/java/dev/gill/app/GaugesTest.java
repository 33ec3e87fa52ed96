package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.Answerer;
import dev.gill.model.Answer;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.Scored;
import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import dev.gill.sync.Breath;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  private double counted(String name, String source) {
    return meters.get(name).tag("source", source).functionCounter().count();
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
    assertThat(value("gill.lag.p99.seconds", "wiki")).isEqualTo(2.5);
    assertThat(counted("gill.requests", "wiki")).isEqualTo(20);
    assertThat(counted("gill.throttled", "wiki")).isEqualTo(2);
  }

  @Test
  @SuppressWarnings("deprecation") // the registry that Quarkus brings
  void everything_that_is_measured_says_what_it_is_and_runs_from_milliseconds_to_a_minute()
      throws Exception {
    PrometheusMeterRegistry scraped = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Gauges gauges = new Gauges(looks, scraped, () -> now);
    gauges.register();
    gauges.build("1.2.3");
    gauges.breath(
        new Breath(
            new DocId(new SourceId("wiki"), "a.md"),
            Breath.Kind.UPSERTED,
            new Scope(new SourceId("wiki"), ""),
            2,
            1,
            Duration.ofMillis(30),
            now));
    Answerer answering =
        new Answerer() {
          @Override
          public Answer answer(Question question) {
            return new Answer.Unknown(List.of(), Map.of());
          }

          @Override
          public List<Scored> search(Question question, int k) {
            return List.of();
          }
        };
    TimedAnswerer timed = new TimedAnswerer(answering, scraped);
    timed.answer(new Question("Where?", Reader.anyone()));
    timed.search(new Question("Where?", Reader.anyone()), 3);
    String page = scraped.scrape();
    assertThat(page)
        .contains("gill_build_info{", "version=\"1.2.3\"", "gill_ask_seconds_bucket{")
        .contains("le=\"0.005\"", "le=\"0.64\"", "le=\"40.96\"");
    List<String> helps = page.lines().filter(line -> line.startsWith("# HELP gill_")).toList();
    assertThat(helps)
        .hasSizeGreaterThan(8)
        .allSatisfy(line -> assertThat(line).matches("# HELP \\S+ \\S.+"));
    assertThat(page.lines().filter(line -> line.startsWith("gill_ask_seconds_bucket")))
        .hasSizeLessThan(20);
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
          Optional.of(Duration.ofMillis(2_500)),
          Optional.of(new Traffic(10L * count, count, Duration.ZERO)),
          Optional.empty(),
          OptionalLong.empty(),
          0,
          0,
          List.of(),
          Map.of(),
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
