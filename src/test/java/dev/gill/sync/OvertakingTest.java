package dev.gill.sync;

import static dev.gill.sync.Told.delete;
import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.remaining;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.index.Changeset;
import dev.gill.index.IndexException;
import dev.gill.model.Cursor;
import dev.gill.source.Change;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A fresh edit overtakes a long page that is being taken in, and nothing is lost by that. */
@Tag("slow")
class OvertakingTest {
  private final Bench bench = new Bench();
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final Breathing breathing = bench.follow(wiki);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  /** As soon as the long page is being embedded, and holds it up until the edit is visible. */
  private void meanwhile(Runnable seen, Change... changes) {
    AtomicBoolean pressed = new AtomicBoolean();
    bench
        .model()
        .before(
            text -> {
              if (pressed.compareAndSet(false, true)) {
                wiki.press(changes);
                await().untilAsserted(seen::run);
              }
            });
  }

  private String text(String key) {
    return bench.document(key).orElseThrow().text();
  }

  @Test
  void an_edit_is_found_while_a_long_page_is_being_embedded() throws Exception {
    wiki.tell(upsert("long.md", handbook(40)));
    meanwhile(
        () -> {
          assertThat(bench.keys()).containsExactly("note.md");
          assertThat(bench.ledger().checkpoint()).as("the cursor").isEmpty();
        },
        upsert("note.md", "Fresh."));

    breathing.breatheOnce();

    assertThat(bench.keys()).containsExactly("long.md", "note.md");
    assertThat(bench.ledger().checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("2"));
    assertThat(breathing.breaths())
        .extracting(b -> b.doc().key())
        .containsExactly("long.md", "note.md");
  }

  @Test
  void what_goes_for_good_waits_for_nothing_that_is_embedded_and_what_moved_is_never_absent()
      throws Exception {
    wiki.tell(upsert("gone.md", "Old words."), upsert("moved.md", "Words that move."));
    breathing.breatheOnce();
    List<List<String>> meanwhile = new CopyOnWriteArrayList<>();
    bench.model().before(text -> meanwhile.add(bench.keys()));

    wiki.tell(
        delete("gone.md"),
        delete("moved.md"),
        upsert("place.md", "Words that move."),
        upsert("long.md", handbook(40)));
    breathing.breatheOnce();

    assertThat(meanwhile).isNotEmpty().containsOnly(List.of("moved.md"));
    assertThat(bench.keys()).containsExactly("long.md", "place.md");
    assertThat(bench.ledger().checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("2"));
  }

  /** Where all else is known already, no document has moved, and nothing is waited for at all. */
  @Test
  void what_goes_beside_edits_alone_is_gone_before_these_are_read() throws Exception {
    wiki.tell(upsert("gone.md", "Old words."), upsert("edited.md", "Words."));
    breathing.breatheOnce();
    List<List<String>> meanwhile = new CopyOnWriteArrayList<>();
    bench.parser().before(name -> meanwhile.add(bench.keys()));

    wiki.tell(delete("gone.md"), upsert("edited.md", "Other words."));
    breathing.breatheOnce();

    assertThat(meanwhile).containsOnly(List.of("edited.md"));
  }

  /** If the edit had to wait for the slice that waits for it, neither would ever end. */
  @Test
  @Timeout(60)
  void an_edit_waits_for_no_bulk_slice() throws Exception {
    CountDownLatch edited = new CountDownLatch(1);
    bench.engine().before(changes -> open(edited, changes));
    AtomicBoolean pressed = new AtomicBoolean();
    bench
        .model()
        .before(
            text -> {
              if (pressed.compareAndSet(false, true)) {
                wiki.press(upsert("note.md", "Fresh."));
                hold(edited);
              }
            });
    wiki.tell(upsert("long.md", handbook(40)));

    breathing.breatheOnce();

    assertThat(writes()).containsExactly("note.md", "long.md");
  }

  @Test
  void an_edit_comes_before_all_steps_that_are_left_of_the_page() throws Exception {
    bench
        .parser()
        .before(
            name -> {
              if (name.equals("one.md")) {
                wiki.press(upsert("three.md", "New words."), upsert("edit.md", "Fresh."));
              }
            });
    wiki.tell(upsert("one.md", "One."), upsert("two.md", "Two."), upsert("three.md", "Old words."));

    breathing.breatheOnce();

    assertThat(bench.parser().parsed())
        .as("what is out of date is not even parsed")
        .containsExactly("one.md", "three.md", "edit.md", "two.md");
    assertThat(writes()).containsExactly("three.md", "edit.md", "one.md", "two.md");
    assertThat(text("three.md")).isEqualTo("New words.");
    assertThat(bench.ledger().checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("2"));
  }

  @Test
  void a_long_edit_overtakes_a_page_and_is_overtaken_by_a_short_one() throws Exception {
    AtomicBoolean first = new AtomicBoolean();
    AtomicBoolean second = new AtomicBoolean();
    String edit = handbook(40).replace("pump", "boiler");
    bench
        .model()
        .before(
            text -> {
              if (first.compareAndSet(false, true)) {
                wiki.press(upsert("long-edit.md", edit));
              } else if (text.contains("boiler") && second.compareAndSet(false, true)) {
                wiki.press(upsert("note.md", "Fresh."));
              }
            });
    wiki.tell(upsert("long.md", handbook(40)));

    breathing.breatheOnce();

    assertThat(writes()).containsExactly("note.md", "long-edit.md", "long.md");
    assertThat(bench.engine().commits())
        .extracting(commit -> commit.checkpoint().isPresent())
        .as("the cursor moves with the last of them")
        .containsExactly(false, false, true);
    assertThat(bench.ledger().checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("3"));
  }

  private List<String> writes() {
    return bench.engine().commits().stream()
        .flatMap(commit -> commit.writes().stream())
        .map(write -> write.head().id().key())
        .toList();
  }

  private static void open(CountDownLatch latch, Changeset changes) {
    if (changes.writes().stream().anyMatch(w -> w.head().id().key().equals("note.md"))) {
      latch.countDown();
    }
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_the_overtaken_page_says_of_the_same_documents_is_out_of_date() throws Exception {
    wiki.tell(upsert("gone.md", "Will go."), upsert("kept.md", "Is kept."));
    breathing.breatheOnce();
    wiki.tell(
        upsert("long.md", handbook(40)),
        upsert("edited.md", "The old words."),
        upsert("gone.md", "Told too late."),
        delete("kept.md"),
        remaining("long.md", "edited.md", "gone.md"));
    meanwhile(
        () -> assertThat(text("edited.md")).isEqualTo("The new words."),
        upsert("edited.md", "The new words."),
        delete("gone.md"),
        upsert("kept.md", "Is back."),
        upsert("fresh.md", "Is new."));

    breathing.breatheOnce();

    assertThat(bench.keys()).containsExactly("edited.md", "fresh.md", "kept.md", "long.md");
    assertThat(text("edited.md")).isEqualTo("The new words.");
    assertThat(text("kept.md")).isEqualTo("Is back.");
    assertThat(bench.ledger().checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("3"));
  }

  @Test
  void if_the_long_page_fails_after_all_everything_is_told_again() throws Exception {
    wiki.tell(upsert("long.md", handbook(40)), upsert("note.md", "Stale."));
    meanwhile(() -> assertThat(text("note.md")).isEqualTo("Fresh."), upsert("note.md", "Fresh."));
    bench.engine().before(OvertakingTest::refuseWhatMoves);

    breathing.breatheOnce();
    assertThat(bench.keys()).containsExactly("note.md");
    assertThat(bench.ledger().checkpoint()).isEmpty();

    bench.engine().mend();
    breathing.breatheOnce();
    breathing.breatheOnce();
    assertThat(bench.keys()).containsExactly("long.md", "note.md");
    assertThat(text("note.md")).isEqualTo("Fresh.");
    assertThat(bench.ledger().checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("2"));
  }

  private static void refuseWhatMoves(Changeset changes) {
    if (changes.checkpoint().isPresent()) {
      throw new IndexException("the disk is full; make room");
    }
  }

  @Test
  void a_long_page_is_written_in_parts_and_its_cursor_with_the_last() throws Exception {
    wiki.tell(
        upsert("a.md", handbook(50)), upsert("b.md", handbook(60)), upsert("c.md", handbook(10)));

    breathing.breatheOnce();

    List<Changeset> commits = bench.engine().commits();
    assertThat(commits).extracting(c -> c.writes().size()).containsExactly(1, 1, 1);
    assertThat(commits)
        .extracting(c -> c.checkpoint().isPresent())
        .containsExactly(false, false, true);
    assertThat(bench.keys()).containsExactly("a.md", "b.md", "c.md");
  }

  @Test
  void a_long_page_that_deletes_is_written_whole_since_texts_may_move() throws Exception {
    wiki.tell(upsert("old.md", handbook(60)));
    breathing.breatheOnce();
    wiki.tell(upsert("new.md", handbook(60)), upsert("more.md", handbook(70)), delete("old.md"));

    breathing.breatheOnce();

    assertThat(bench.engine().commits()).hasSize(2);
    assertThat(bench.keys()).containsExactly("more.md", "new.md");
  }
}
