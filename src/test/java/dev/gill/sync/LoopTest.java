package dev.gill.sync;

import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import dev.gill.sync.SourceStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop on its own threads; its schedule is so long that only what wakes it counts. */
@Tag("slow")
class LoopTest {
  private final Bench bench = new Bench();
  private final ScriptedSource blog = new ScriptedSource("blog");
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final Breathing breathing = bench.follow(wiki, blog);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5));
  }

  private SourceStatus status() {
    return breathing.sources().getLast();
  }

  private void startInStep() {
    breathing.start();
    soon().until(() -> breathing.sources().stream().allMatch(s -> s.state() == State.IN_STEP));
  }

  @Test
  void somebody_who_asks_wakes_a_waiting_loop_and_no_other() {
    startInStep();
    wiki.tell(upsert("a.md", "News."));

    assertThat(breathing.lookNow(Told.WIKI)).isTrue();

    soon().until(() -> bench.keys().contains("a.md"));
    assertThat(blog.asked()).hasSize(1);
    assertThat(breathing.lookNow(new SourceId("unheard-of"))).isFalse();
  }

  @Test
  void a_signal_wakes_a_waiting_loop() {
    startInStep();
    wiki.tell(upsert("a.md", "News."));

    wiki.signal();

    soon().until(() -> bench.keys().contains("a.md"));
  }

  @Test
  void a_signal_during_a_poll_leads_to_another_poll() {
    wiki.fail(wiki::signal);
    breathing.start();

    soon().until(() -> wiki.asked().size() == 2);
  }

  @Test
  void a_failing_source_may_signal_as_it_likes_and_is_asked_when_somebody_wants_to_know() {
    for (int i = 0; i < 8; i++) {
      wiki.breaks("Down.");
    }
    breathing.start();
    for (int i = 1; i < 8; i++) {
      int polls = i;
      soon().until(() -> status().state() == State.FAILING && wiki.asked().size() >= polls);
      breathing.lookNow(Told.WIKI);
      soon().until(() -> wiki.asked().size() > polls);
    }
    int polls = wiki.asked().size();

    for (int i = 0; i < 1_000; i++) {
      wiki.signal();
    }
    blog.signal();
    soon().until(() -> blog.asked().size() > 1);
    assertThat(wiki.asked()).hasSize(polls);

    wiki.tell(upsert("a.md", "Up again."));
    breathing.lookNow(Told.WIKI);
    soon().until(() -> bench.keys().contains("a.md"));
  }

  @Test
  void a_busy_source_is_left_alone_whatever_else_happens() {
    List<Long> moments = new CopyOnWriteArrayList<>();
    wiki.fail(
        () -> {
          moments.add(System.nanoTime());
          throw new SourceException.Busy("Too many requests.", Duration.ofMillis(1_500));
        });
    wiki.fail(() -> moments.add(System.nanoTime()));
    breathing.start();
    soon().until(() -> status().state() == State.FAILING);

    wiki.signal();
    breathing.lookNow(Told.WIKI);

    soon().until(() -> moments.size() == 2);
    assertThat(Duration.ofNanos(moments.getLast() - moments.getFirst()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1_500));
  }

  @Test
  void a_poll_that_never_comes_back_is_shown_and_ends_when_gill_is_closed() {
    wiki.hang();
    Instant asked = bench.clock().instant();
    breathing.start();
    soon().until(() -> wiki.asked().size() == 1);
    bench.clock().advance(Duration.ofMinutes(5));
    assertThat(status().state()).isEqualTo(State.STARTING);

    bench.clock().advance(Duration.ofSeconds(1));

    assertThat(status().state()).isEqualTo(State.FAILING);
    assertThat(status().trouble())
        .contains(
            new SourceStatus.Trouble(
                "It has not answered since it was last asked.", asked, Optional.empty()));
    breathing.close();
    assertThat(wiki.closed()).isTrue();
  }

  @Test
  void a_loop_that_did_not_come_round_in_its_time_is_shown() {
    startInStep();

    bench.clock().advance(Bench.EVERY.plusMinutes(6));

    assertThat(status().state()).isEqualTo(State.FAILING);
  }

  @Test
  void a_page_that_takes_long_is_not_failing_as_long_as_it_moves_on() throws Exception {
    List<State> seen = new CopyOnWriteArrayList<>();
    bench
        .model()
        .before(
            text -> {
              bench.clock().advance(Duration.ofSeconds(15));
              seen.add(status().state());
            });
    wiki.tell(upsert("long.md", handbook(60)));

    breathing.breatheOnce();

    assertThat(seen).hasSize(60).doesNotContain(State.FAILING);
  }

  @Test
  void a_page_that_does_not_move_on_is_failing() throws Exception {
    List<SourceStatus> seen = new CopyOnWriteArrayList<>();
    Instant asked = bench.clock().instant();
    bench
        .model()
        .before(
            text -> {
              bench.clock().advance(Duration.ofMinutes(6));
              seen.add(status());
            });
    wiki.tell(upsert("a.md", "One."));

    breathing.breatheOnce();

    assertThat(seen.getFirst().trouble())
        .contains(
            new SourceStatus.Trouble(
                "Taking in what it reported has not moved on since.", asked, Optional.empty()));
  }

  @Test
  void one_that_hangs_delays_nobody() {
    wiki.hang();
    blog.tell(upsert(new dev.gill.model.DocId(blog.id(), "post.md"), "A post."));

    breathing.start();

    soon().until(() -> bench.keys(blog.id()).contains("post.md"));
  }
}
