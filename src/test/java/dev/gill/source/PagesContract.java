package dev.gill.source;

import static dev.gill.source.FollowedSystem.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The part of the protocol that is about pages: their bounds, and what is repeated after a crash.
 */
public interface PagesContract extends FollowedSystem {
  @Test
  default void many_documents_come_in_bounded_pages_each_with_a_cursor_of_its_own()
      throws Exception {
    for (int i = 0; i < 150; i++) {
      write("%03d.md".formatted(i), "text " + i);
    }
    publish();
    Source source = open();
    Replica replica = new Replica();
    List<Cursor> cursors = new ArrayList<>();
    boolean more = true;
    while (more) {
      Batch batch = replica.page(source);
      assertThat(keys(batch.changes(), Change.Upserted.class)).hasSizeBetween(1, 64);
      cursors.add(batch.next());
      more = batch.more();
      long rest = 150L - replica.keys().size();
      batch.remaining().ifPresent(told -> assertThat(told).isEqualTo(rest));
    }

    assertThat(cursors).hasSizeBetween(3, 150).doesNotHaveDuplicates();
    assertThat(replica.keys()).hasSize(150);
  }

  @Test
  default void a_page_that_is_asked_for_twice_is_the_same() throws Exception {
    for (int i = 0; i < 70; i++) {
      write("%03d.md".formatted(i), "text " + i);
    }
    publish();
    Batch first = open().poll(Optional.empty());
    Batch again = open().poll(Optional.empty());

    assertThat(keys(again.changes(), Change.Upserted.class))
        .isEqualTo(keys(first.changes(), Change.Upserted.class));
    assertThat(again.more()).isTrue();
  }

  @Test
  @Tag("slow")
  default void large_documents_come_in_small_pages() throws Exception {
    for (int i = 0; i < 5; i++) {
      write(i + ".txt", "x".repeat(1_500_000) + i);
    }
    publish();
    Batch batch = open().poll(Optional.empty());

    assertThat(batch.changes()).hasSize(2);
    assertThat(batch.more()).isTrue();
  }

  @Test
  default void a_page_that_was_not_taken_in_is_not_lost() throws Exception {
    put("a.md", "one");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    put("a.md", "one, edited");

    source.poll(replica.cursor());
    replica.follow(source);

    assertThat(replica.get("a.md").text()).startsWith("one, edited");
  }

  @Test
  default void a_pass_that_a_crash_cut_short_is_finished_after_a_restart() throws Exception {
    for (int i = 0; i < 130; i++) {
      write("%03d.md".formatted(i), "text " + i);
    }
    publish();
    Replica replica = new Replica();
    replica.page(open());
    delete("005.md");
    write("100.md", "edited meanwhile");
    publish();
    Source restarted = open();
    replica.follow(restarted);
    replica.follow(restarted);

    assertThat(replica.documents()).isEqualTo(rebuilt().documents());
    assertThat(replica.keys()).hasSize(129);
  }

  @Test
  default void what_happened_while_nobody_watched_is_told_after_a_restart() throws Exception {
    write("a.md", "one");
    write("b.md", "two");
    publish();
    Replica replica = new Replica();
    replica.follow(open());

    delete("a.md");
    write("c.md", "three");
    publish();
    replica.follow(open());

    assertThat(replica.keys()).containsExactly("b.md", "c.md");
    assertThat(replica.documents()).isEqualTo(rebuilt().documents());
  }
}
