package dev.gill.sync;

import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.IndexUnavailableException;
import dev.gill.model.DocId;
import dev.gill.model.SourceId;
import dev.gill.sync.SourceStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A source that stands still is shown so, with since when and why, and delays nobody. */
class TroubleTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Bench bench = new Bench();
  private final ScriptedSource blog = new ScriptedSource("blog");
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final Breathing breathing = bench.follow(wiki, blog);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private SourceStatus wikiStatus() {
    return breathing.sources().getLast();
  }

  private SourceStatus.Trouble trouble() {
    assertThat(wikiStatus().state()).isEqualTo(State.FAILING);
    return wikiStatus().trouble().orElseThrow();
  }

  /** One after which it is asked again in so many seconds. */
  private SourceStatus.Trouble trouble(String why, Instant since, int seconds) {
    return new SourceStatus.Trouble(
        why, since, Optional.of(bench.clock().instant().plusSeconds(seconds)));
  }

  @Test
  void a_source_that_was_not_asked_yet_is_starting() {
    assertThat(breathing.sources())
        .extracting(SourceStatus::state)
        .containsExactly(State.STARTING, State.STARTING);
    assertThat(wikiStatus().inStepAt()).isEmpty();
    assertThat(wikiStatus().cursor()).isEmpty();
  }

  @Test
  void one_that_is_down_is_failing_and_the_others_are_in_step() throws Exception {
    wiki.breaks("The wiki is down: start it.");
    blog.tell(upsert(new DocId(new SourceId("blog"), "post.md"), "A post."));

    breathing.breatheOnce();

    assertThat(trouble())
        .isEqualTo(trouble("The wiki is down: start it.", bench.clock().instant(), 1));
    SourceStatus other = breathing.sources().getFirst();
    assertThat(other.state()).isEqualTo(State.IN_STEP);
    assertThat(other.documents()).isEqualTo(1);
    assertThat(other.inStepAt()).contains(bench.clock().instant());
    assertThat(other.trouble()).isEmpty();
  }

  @Test
  void it_stays_failing_since_the_first_failure_and_shows_the_latest_cause() throws Exception {
    Instant since = bench.clock().instant();
    wiki.breaks("The wiki is down.").breaks("The wiki answers nonsense.");

    breathing.breatheOnce();
    bench.clock().advance(MINUTE);
    breathing.breatheOnce();

    assertThat(trouble()).isEqualTo(trouble("The wiki answers nonsense.", since, 2));
  }

  @Test
  void it_recovers_and_a_later_failure_counts_from_then() throws Exception {
    wiki.breaks("The wiki is down.");
    breathing.breatheOnce();
    breathing.breatheOnce();
    assertThat(wikiStatus().state()).isEqualTo(State.IN_STEP);
    assertThat(wikiStatus().trouble()).isEmpty();

    bench.clock().advance(MINUTE);
    wiki.breaks("Down again.");
    breathing.breatheOnce();

    assertThat(trouble()).isEqualTo(trouble("Down again.", bench.clock().instant(), 1));
  }

  @Test
  void when_it_was_in_step_is_still_told_while_it_fails() throws Exception {
    Instant inStep = bench.clock().instant();
    breathing.breatheOnce();
    bench.clock().advance(MINUTE);
    wiki.breaks("The wiki is down.");

    breathing.breatheOnce();

    assertThat(wikiStatus().inStepAt()).contains(inStep);
    assertThat(breathing.inStepAt(Told.WIKI)).contains(inStep);
  }

  @Test
  void an_index_that_cannot_be_written_is_trouble_since_its_first_failure() throws Exception {
    Instant since = bench.clock().instant();
    bench.engine().breakDown();
    wiki.tell(upsert("a.md", "One."));

    breathing.breatheOnce();
    bench.clock().advance(MINUTE);
    breathing.breatheOnce();

    assertThat(trouble()).isEqualTo(trouble("the disk is full; make room", since, 2));
  }

  @Test
  void an_index_that_cannot_be_reached_is_said_in_one_line_and_tried_again() throws Exception {
    bench
        .engine()
        .before(
            changes -> {
              throw new IndexUnavailableException("The index at search:9200 is down.", null);
            });
    wiki.tell(upsert("a.md", "One."));

    try (Logged logged = new Logged()) {
      breathing.breatheOnce();
      assertThat(logged.messages())
          .contains("Source wiki: The index at search:9200 is down. Next try in 1 s.")
          .allMatch(message -> message.endsWith("Next try in 1 s."));
    }
    bench.engine().mend();
    breathing.breatheOnce();

    assertThat(wikiStatus().state()).isEqualTo(State.IN_STEP);
    assertThat(bench.keys()).containsExactly("a.md");
  }

  @Test
  void one_that_tells_known_pages_again_before_it_breaks_again_is_failing_since_the_first_time()
      throws Exception {
    wiki.tell(upsert("a.md", "One."));
    breathing.breatheOnce();
    Instant since = bench.clock().instant();
    for (int attempt = 0; attempt < 3; attempt++) {
      wiki.tellMore(upsert("a.md", "One."));
      bench.engine().before(changes -> wiki.breaks("The drive is gone."));
      breathing.breatheOnce();
      assertThat(trouble().since()).isEqualTo(since);
      bench.clock().advance(MINUTE);
    }
  }

  @Test
  void one_that_moved_on_before_it_broke_again_is_failing_since_then() throws Exception {
    wiki.breaks("The wiki is down.");
    breathing.breatheOnce();
    bench.clock().advance(MINUTE);
    wiki.tellMore(upsert("a.md", "New."));
    bench.engine().before(changes -> wiki.breaks("Down again."));

    breathing.breatheOnce();

    assertThat(trouble().since()).isEqualTo(bench.clock().instant());
  }

  @Test
  void even_an_error_ends_in_trouble_and_another_try() throws Exception {
    wiki.fail(
        () -> {
          throw new OutOfMemoryError("Java heap space");
        });
    wiki.tell(upsert("a.md", "One."));

    breathing.breatheOnce();
    assertThat(trouble().why()).contains("OutOfMemoryError").contains("Java heap space");

    breathing.breatheOnce();
    assertThat(bench.keys()).containsExactly("a.md");
  }

  @Test
  void what_remains_is_told_during_a_pass_and_not_after() throws Exception {
    breathing.breatheOnce();
    wiki.tellMore(upsert("a.md", "One.")).tell(upsert("b.md", "Two."));
    bench.engine().before(changes -> wiki.breaks("The wiki is down."));

    breathing.breatheOnce();
    assertThat(wikiStatus().remaining()).hasValue(1);

    bench.engine().mend();
    breathing.breatheOnce();
    assertThat(wikiStatus().state()).isEqualTo(State.IN_STEP);
    assertThat(wikiStatus().remaining()).isEmpty();
  }
}
