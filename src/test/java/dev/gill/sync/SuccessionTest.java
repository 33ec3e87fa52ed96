package dev.gill.sync;

import static dev.gill.sync.Told.delete;
import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When one index may take the place of another, and what it takes over from it. */
class SuccessionTest {
  private final Bench old = new Bench();
  private final Bench young = new Bench();
  private final ScriptedSource oldWiki = new ScriptedSource("wiki");
  private final ScriptedSource youngWiki = new ScriptedSource("wiki");

  @AfterEach
  void close() {
    old.close();
    young.close();
  }

  private Succession between(Breathing former, Breathing next) {
    return new Succession(former, old.engine(), next, young.engine());
  }

  @Test
  void it_is_due_when_every_source_was_in_step() throws Exception {
    oldWiki.tell(upsert("a.md", "One."), upsert("b.md", "Two."));
    youngWiki.tell(upsert("a.md", "One."), upsert("b.md", "Two."));
    try (Breathing former = old.follow(oldWiki);
        Breathing next = young.follow(youngWiki)) {
      former.breatheOnce();
      Succession succession = between(former, next);
      assertThat(succession.isDue()).isFalse();
      assertThat(succession.awaited()).containsExactly(Told.WIKI);
      assertThat(succession.progress()).isEqualTo(new Succession.Progress(0, 2));

      next.breatheOnce();

      assertThat(succession.isDue()).isTrue();
      assertThat(succession.awaited()).isEmpty();
      assertThat(succession.progress()).isEqualTo(new Succession.Progress(2, 2));
    }
  }

  @Test
  void it_waits_for_what_the_index_in_use_took_in_lately() throws Exception {
    oldWiki.tell(upsert("a.md", "One."), upsert("b.md", "Two."));
    youngWiki.tell(upsert("a.md", "One."), upsert("b.md", "Two."));
    try (Breathing former = old.follow(oldWiki);
        Breathing next = young.follow(youngWiki)) {
      former.breatheOnce();
      next.breatheOnce();
      oldWiki.tell(upsert("a.md", "Changed."));
      former.breatheOnce();
      assertThat(between(former, next).isDue()).isFalse();
      youngWiki.tell(upsert("a.md", "Changed."));
      next.breatheOnce();
      assertThat(between(former, next).isDue()).isTrue();

      oldWiki.tell(delete("b.md"));
      former.breatheOnce();
      assertThat(between(former, next).isDue()).isFalse();
      youngWiki.tell(delete("b.md"));
      next.breatheOnce();
      assertThat(between(former, next).isDue()).isTrue();
    }
  }

  @Test
  void a_source_that_is_down_is_waited_for_if_there_is_something_to_lose() throws Exception {
    ScriptedSource oldBoard = new ScriptedSource("board");
    ScriptedSource youngBoard = new ScriptedSource("board").breaks("The board is down.");
    oldWiki.tell(upsert("a.md", "One."));
    youngWiki.tell(upsert("a.md", "One."));
    SourceId board = new SourceId("board");
    try (Breathing former = old.follow(oldWiki, oldBoard);
        Breathing next = young.follow(youngWiki, youngBoard)) {
      oldBoard.tell();
      former.breatheOnce();
      next.breatheOnce();
      assertThat(between(former, next).isDue()).as("nothing of the board is lost").isTrue();

      oldBoard.tell(upsert(new DocId(board, "x.md"), "Board."));
      former.breatheOnce();
      assertThat(between(former, next).awaited()).isEqualTo(Set.of(board));
      assertThat(between(former, next).isDue()).isFalse();
    }
  }

  @Test
  void nobody_reads_again_what_was_shut_to_them() throws Exception {
    Rights shut = Rights.of(Told.STAFF, Audience.of("leads"));
    oldWiki.tell(Rights.of(Told.STAFF, new Audience.Everyone()), upsert("a.md", "One."));
    youngWiki.tell(Rights.of(Told.STAFF, new Audience.Everyone()), upsert("a.md", "One."));
    try (Breathing former = old.follow(oldWiki);
        Breathing next = young.follow(youngWiki)) {
      former.breatheOnce();
      next.breatheOnce();
      assertThat(between(former, next).isDue()).isTrue();

      oldWiki.tell(shut);
      former.breatheOnce();
      assertThat(between(former, next).isDue()).isFalse();
      youngWiki.tell(shut);
      next.breatheOnce();
      assertThat(between(former, next).isDue()).isTrue();
    }
  }

  @Test
  void vectors_of_the_same_spaces_are_taken_over() throws Exception {
    oldWiki.tell(upsert("a.md", handbook(30)), upsert("c.md", "Only in the former."));
    youngWiki.tell(upsert("a.md", handbook(30)), upsert("b.md", "New."));
    try (Breathing former = old.follow(oldWiki)) {
      former.breatheOnce();
      Intake intake = young.intake();
      intake.takeOver(old.engine(), Set.of(Bench.ENGLISH));
      try (Breathing next = young.follow(intake, youngWiki)) {
        next.breatheOnce();
        assertThat(young.model().embedded()).hasSize(1);

        next.succeed(former);
        youngWiki.tell(upsert("c.md", "Only in the former."));
        next.breatheOnce();
        assertThat(young.model().embedded()).as("the former is not looked at").hasSize(2);
      }
    }
  }

  @Test
  void vectors_of_other_spaces_are_made() throws Exception {
    oldWiki.tell(upsert("a.md", handbook(5)));
    youngWiki.tell(upsert("a.md", handbook(5)));
    try (Breathing former = old.follow(oldWiki)) {
      former.breatheOnce();
      Intake intake = young.intake();
      intake.takeOver(old.engine(), Set.of(Bench.CHINESE));
      try (Breathing next = young.follow(intake, youngWiki)) {
        next.breatheOnce();
        assertThat(young.model().embedded()).hasSizeGreaterThanOrEqualTo(5);
      }
    }
  }

  @Test
  void the_feed_goes_on_and_does_not_show_the_rebuilding() throws Exception {
    oldWiki.tell(upsert("a.md", "One."));
    youngWiki.tell(upsert("a.md", "One."));
    try (Breathing former = old.follow(oldWiki);
        Breathing next = young.follow(youngWiki)) {
      List<Breath> heard = new ArrayList<>();
      former.onBreath(heard::add);
      former.breatheOnce();
      next.breatheOnce();
      next.succeed(former);
      assertThat(next.breaths()).isEqualTo(former.breaths());
      assertThat(heard).hasSize(1);
      youngWiki.tell(upsert("b.md", "Two."));
      next.breatheOnce();
      assertThat(heard).extracting(Breath::doc).containsExactly(Told.id("a.md"), Told.id("b.md"));
    }
  }
}
