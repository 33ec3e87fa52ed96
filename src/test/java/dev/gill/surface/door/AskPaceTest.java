package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AskPaceTest {
  private Instant now = Instant.parse("2026-11-30T09:00:00Z");
  private final AskPace pace = new AskPace(new AskRate(30, 5), null, () -> now);

  @Test
  void aBurstIsLetInAndThenOneEveryTwoSeconds() {
    for (int i = 0; i < 5; i++) {
      assertThat(pace.enter("a")).isEmpty();
    }
    assertThat(pace.enter("a")).isEqualTo(OptionalLong.of(2));
    assertThat(pace.enter("b")).isEmpty();
    now = now.plusMillis(1_500);
    assertThat(pace.enter("a")).as("what was refused costs nothing").isEqualTo(OptionalLong.of(1));
    now = now.plusMillis(500);
    assertThat(pace.enter("a")).isEmpty();
    assertThat(pace.enter("a")).isPresent();
  }

  @Test
  void overAnHourNobodyGetsMoreThanTheirShareHoweverTheyAsk() {
    Random random = new Random(7);
    int asked = 0;
    Instant end = now.plus(Duration.ofHours(1));
    while (now.isBefore(end)) {
      asked += pace.enter("a").isEmpty() ? 1 : 0;
      now = now.plusMillis(random.nextInt(900));
    }
    assertThat(asked).isBetween(30 * 60 - 30, 30 * 60 + 5);
  }

  @Test
  void aClockThatIsSetBackLocksNobodyOut() {
    for (int i = 0; i < 6; i++) {
      pace.enter("a");
    }
    now = now.minus(Duration.ofDays(1));
    assertThat(pace.enter("a")).isEmpty();
  }

  @Test
  void whatIsOutOfBoundsIsSaid() {
    assertThatThrownBy(() -> new AskRate(-1, 5)).hasMessageContaining("set asks-per-minute from 0");
    assertThatThrownBy(() -> new AskRate(1, 0)).hasMessageContaining("asks-burst from 1");
  }
}
