package dev.gill.surface.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However often a hook comes, a source is looked at once a second, and after the last of them. */
class LookPaceTest {
  private static final SourceId DOCS = new SourceId("docs");

  private final List<SourceId> looks = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final LookPace pace =
      new LookPace(
          looks::add,
          () -> now,
          pause -> {
            pauses.add(pause);
            return waiting::add;
          });

  @Test
  void the_first_one_is_heeded_at_once() {
    pace.look(DOCS);
    pace.look(new SourceId("wiki"));

    assertThat(looks).containsExactly(DOCS, new SourceId("wiki"));
    assertThat(waiting).isEmpty();
  }

  @Test
  void a_thousand_in_a_second_come_to_one_more_look_at_its_end() {
    pace.look(DOCS);
    now = now.plusMillis(400);
    for (int i = 0; i < 1000; i++) {
      pace.look(DOCS);
    }
    assertThat(looks).hasSize(1);
    assertThat(pauses).containsExactly(Duration.ofMillis(600));

    now = now.plusMillis(600);
    waiting.remove().run();
    assertThat(looks).hasSize(2);
    pace.look(DOCS);
    assertThat(waiting).hasSize(1);
  }

  @Test
  void after_a_quiet_second_the_next_one_is_heeded_at_once() {
    pace.look(DOCS);
    now = now.plusSeconds(1);
    pace.look(DOCS);

    assertThat(looks).hasSize(2);
    assertThat(waiting).isEmpty();
  }

  @Test
  void a_clock_that_is_set_back_by_a_day_stops_nothing() {
    pace.look(DOCS);
    now = now.minus(Duration.ofDays(1));
    pace.look(DOCS);
    assertThat(looks).hasSize(2);
  }
}
