package dev.gill.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Location;
import dev.gill.model.Traffic;
import dev.gill.sync.SourceStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A source whose server says nothing more is shown within two of its intervals. */
class SilenceTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Duration BLINK = Duration.ofMillis(1);

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private static SourceHealth inStep(Duration every) {
    SourceHealth health =
        new SourceHealth(Told.WIKI, "scripted", Location.NONE, _ -> "", every, NOON);
    health.inStep(NOON, NOON);
    return health;
  }

  private SourceStatus status(SourceHealth health, Duration quiet, Instant now) {
    Optional<Traffic> traffic = Optional.of(new Traffic(7, 0, quiet));
    return health.status(bench.ledger(), traffic, Map.of(), List.of(), now);
  }

  @Test
  void it_stands_still_two_intervals_after_it_was_in_step() {
    Duration every = Duration.ofSeconds(15);
    SourceHealth health = inStep(every);
    Instant asked = NOON.plus(every);
    health.asking(asked);
    Duration most = every.multipliedBy(2);

    assertThat(status(health, most, NOON.plus(most)).state()).isEqualTo(State.IN_STEP);
    SourceStatus silent = status(health, most.plus(BLINK), NOON.plus(most).plus(BLINK));

    assertThat(silent.state()).isEqualTo(State.FAILING);
    assertThat(silent.trouble())
        .contains(
            new SourceStatus.Trouble(
                "It has not answered since it was last asked.", asked, Optional.empty()));
  }

  @Test
  void one_that_is_asked_every_few_seconds_has_ten_seconds_to_answer() {
    Duration every = Duration.ofSeconds(3);
    SourceHealth health = inStep(every);
    Instant asked = NOON.plus(every);
    health.asking(asked);

    Duration ten = Duration.ofSeconds(10);
    assertThat(status(health, ten, asked.plus(ten)).state()).isEqualTo(State.IN_STEP);
    assertThat(status(health, ten.plus(BLINK), asked.plus(ten).plus(BLINK)).state())
        .isEqualTo(State.FAILING);
  }

  @Test
  void as_long_as_its_server_sends_something_it_does_not_stand_still() {
    SourceHealth health = inStep(Duration.ofSeconds(3));
    health.asking(NOON);

    Instant later = NOON.plus(Duration.ofHours(1));
    assertThat(status(health, Duration.ofSeconds(2), later).state()).isEqualTo(State.IN_STEP);
  }

  @Test
  void how_far_it_is_behind_in_99_of_100_looks() {
    SourceHealth health = inStep(Duration.ofSeconds(3));
    assertThat(status(health, BLINK, NOON).lagP99()).isEmpty();
    Instant asked = NOON;
    for (int look = 1; look <= 200; look++) {
      Duration apart = look == 7 || look == 70 ? Duration.ofHours(1) : Duration.ofSeconds(3);
      asked = asked.plus(apart);
      health.inStep(asked, asked.plusMillis(look == 120 ? 500 : 200));
    }

    assertThat(status(health, BLINK, asked).lagP99()).contains(Duration.ofMillis(3_500));
  }
}
