package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DueTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void itIsTimeAgainAfterSoLongAndAtFirst() {
    assertThat(Due.again(Instant.MIN, MINUTE, NOON)).isTrue();
    assertThat(Due.again(NOON, MINUTE, NOON.plusSeconds(59))).isFalse();
    assertThat(Due.again(NOON, MINUTE, NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void aClockThatIsSetBackPutsNothingOff() {
    assertThat(Due.again(NOON, MINUTE, NOON.minus(Duration.ofDays(1)))).isTrue();
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    Retries retries = new Retries(now::get);
    retries.failed("page");
    assertThat(retries.due("page")).isFalse();
    assertThat(retries.next()).containsOnly(Map.entry("page", NOON.plus(MINUTE)));
    now.set(NOON.minus(Duration.ofDays(1)));
    assertThat(retries.due("page")).isTrue();
  }
}
