package dev.gill.sync;

import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A source's cursor moves together with the changes that led to it, and never otherwise. */
class CursorTest {
  private final Bench bench = new Bench();
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final Breathing breathing = bench.follow(wiki);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private static Optional<Cursor> at(int page) {
    return page == 0 ? Optional.empty() : Optional.of(new Cursor(Integer.toString(page)));
  }

  private Optional<Cursor> stored() {
    return bench.ledger().checkpoint().map(checkpoint -> checkpoint.cursor());
  }

  @Test
  void a_commit_that_fails_leaves_cursor_and_documents_and_the_page_is_told_again()
      throws Exception {
    wiki.tell(upsert("a.md", "One."));
    breathing.breatheOnce();
    bench.engine().breakDown();
    wiki.tell(upsert("a.md", "Two."), upsert("b.md", "New."));

    breathing.breatheOnce();
    breathing.breatheOnce();

    assertThat(stored()).isEqualTo(at(1));
    assertThat(bench.chunks("a.md")).containsExactly("One.");
    assertThat(bench.keys()).containsExactly("a.md");
    assertThat(breathing.breaths()).hasSize(1);

    bench.engine().mend();
    breathing.breatheOnce();

    assertThat(wiki.asked()).containsExactly(at(0), at(1), at(1), at(1));
    assertThat(stored()).isEqualTo(at(2));
    assertThat(bench.chunks("a.md")).containsExactly("Two.");
    assertThat(bench.keys()).containsExactly("a.md", "b.md");
  }

  @Test
  void a_source_that_breaks_midway_keeps_what_was_told_and_goes_on_from_there() throws Exception {
    wiki.tellMore(upsert("a.md", "One."))
        .tellMore(upsert("b.md", "Two."))
        .tell(upsert("c.md", "Three."));
    bench
        .engine()
        .before(
            changes -> {
              if (bench.keys().isEmpty()) {
                wiki.breaks("The wiki is down.");
              }
            });

    breathing.breatheOnce();

    assertThat(bench.keys()).containsExactly("a.md");
    assertThat(stored()).isEqualTo(at(1));

    breathing.breatheOnce();

    assertThat(bench.keys()).containsExactly("a.md", "b.md", "c.md");
    assertThat(wiki.asked()).containsExactly(at(0), at(1), at(1), at(2));
  }

  @Test
  void every_commit_holds_the_changes_of_one_page_and_its_cursor() throws Exception {
    wiki.tellMore(upsert("a.md", "One.")).tell(upsert("b.md", "Two."));

    breathing.breatheOnce();

    assertThat(bench.engine().commits())
        .extracting(changes -> changes.checkpoint().orElseThrow().cursor())
        .containsExactly(new Cursor("1"), new Cursor("2"));
    assertThat(bench.engine().commits())
        .extracting(commit -> commit.writes().getFirst().head().id().key())
        .containsExactly("a.md", "b.md");
  }

  @Test
  void a_page_without_news_commits_its_cursor_and_a_poll_without_news_commits_nothing()
      throws Exception {
    wiki.tell(upsert("a.md", "One."));
    breathing.breatheOnce();
    wiki.tell(upsert("a.md", "One."));
    breathing.breatheOnce();
    assertThat(stored()).isEqualTo(at(2));
    assertThat(bench.engine().commits()).hasSize(2);

    breathing.breatheOnce();

    assertThat(bench.engine().commits()).hasSize(2);
  }

  @Test
  void a_new_start_goes_on_from_the_stored_cursor() throws Exception {
    wiki.tell(upsert("a.md", "One."));
    breathing.breatheOnce();

    try (Breathing again = bench.follow(wiki)) {
      again.breatheOnce();
    }

    assertThat(wiki.asked()).containsExactly(at(0), at(1));
  }

  @Test
  void a_pass_over_many_pages_brings_in_step_as_of_its_beginning() throws Exception {
    Instant begun = bench.clock().instant();
    wiki.tellMore(upsert("a.md", "One.")).tell(upsert("b.md", "Two."));
    bench.engine().before(changes -> bench.clock().advance(Duration.ofMinutes(10)));

    breathing.breatheOnce();

    assertThat(breathing.inStepAt(Told.WIKI)).contains(begun);
    try (Breathing again = bench.follow(wiki)) {
      assertThat(again.inStepAt(Told.WIKI)).contains(begun);
    }
  }

  @Test
  void a_first_pass_that_was_cut_off_was_never_in_step() throws Exception {
    wiki.tellMore(upsert("a.md", "One.")).tell(upsert("b.md", "Two."));
    bench.engine().before(changes -> wiki.breaks("The wiki is down."));
    breathing.breatheOnce();
    assertThat(bench.keys()).containsExactly("a.md");

    try (Breathing again = bench.follow(wiki)) {
      assertThat(again.inStepAt(Told.WIKI)).isEmpty();
    }
  }

  @Test
  void a_later_pass_that_was_cut_off_leaves_it_in_step_as_of_the_one_before() throws Exception {
    wiki.tell(upsert("a.md", "One."));
    Instant first = bench.clock().instant();
    breathing.breatheOnce();
    bench.clock().advance(Duration.ofHours(1));
    wiki.tellMore(upsert("a.md", "Two.")).tell(upsert("b.md", "Two."));
    bench.engine().before(changes -> wiki.breaks("The wiki is down."));
    breathing.breatheOnce();
    assertThat(bench.chunks("a.md")).containsExactly("Two.");

    try (Breathing again = bench.follow(wiki)) {
      assertThat(again.inStepAt(Told.WIKI)).contains(first);
    }
  }
}
