package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every source of documents that a team can add to, edit, move and delete. */
public abstract class SourceContract extends SourceFixture {
  @Test
  void the_first_poll_tells_everything_and_ends_with_what_remains() throws Exception {
    write("handbook.md", "# Handbook");
    write("runbooks/restore.md", "# Restore");
    publish();
    Source source = open();

    List<Change> told = new Replica().follow(source);

    assertThat(keys(told, Change.Upserted.class))
        .containsExactly("handbook.md", "runbooks/restore.md");
    assertThat(told.getLast()).isInstanceOf(Change.Remaining.class);
    assertThat(((Change.Remaining) told.getLast()).living())
        .extracting(DocId::toString)
        .containsExactlyInAnyOrder("team:handbook.md", "team:runbooks/restore.md");
  }

  @Test
  void a_document_carries_its_content_name_and_audience() throws Exception {
    put("runbooks/值班 表.md", "# 值班\n");
    Source source = open();
    Change.Upserted told = (Change.Upserted) new Replica().follow(source).getFirst();

    assertThat(told.doc().key()).isEqualTo("runbooks/值班 表.md");
    Content.File file = (Content.File) told.content();
    assertThat(file.name()).isEqualTo("值班 表.md");
    assertThat(file.bytes()).asString().isEqualTo("# 值班\n");
    assertThat(told.origin().title()).isEqualTo("值班 表.md");
    assertThat(source.rights().audiences()).containsEntry(told.scope(), new Audience.Everyone());
    assertThat(told.revision()).isNotBlank();
  }

  @Test
  void when_nothing_happened_nothing_is_told_and_the_cursor_stands() throws Exception {
    put("a.md", "one");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    Cursor before = replica.cursor().orElseThrow();

    Batch batch = replica.page(source);

    assertThat(batch.changes()).isEmpty();
    assertThat(batch.more()).isFalse();
    assertThat(batch.next()).isEqualTo(before);
  }

  @Test
  void an_edit_is_told_alone_with_a_new_revision_and_a_new_cursor() throws Exception {
    write("a.md", "one");
    write("b.md", "two");
    publish();
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    String revision = replica.get("a.md").revision();
    Cursor cursor = replica.cursor().orElseThrow();

    put("a.md", "one, edited");
    List<Change> told = replica.follow(source);

    assertThat(told).hasSize(1);
    assertThat(replica.get("a.md").text()).isEqualTo("one, edited");
    assertThat(replica.get("a.md").revision()).isNotEqualTo(revision);
    assertThat(replica.cursor()).isNotEqualTo(Optional.of(cursor));
  }

  @Test
  void what_is_deleted_goes() throws Exception {
    write("a.md", "one");
    write("b.md", "two");
    publish();
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);

    delete("a.md");
    publish();

    assertThat(replica.follow(source))
        .containsExactly(new Change.Deleted(DocId.parse("team:a.md")));
    assertThat(replica.keys()).containsExactly("b.md");
  }

  @Test
  void a_document_that_moved_comes_before_its_old_place_goes_in_the_same_page() throws Exception {
    write("a.md", "the text that moves");
    write("b.md", "stays");
    publish();
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);

    move("a.md", "deep/er/z.md");
    publish();
    Batch batch = replica.page(source);

    assertThat(batch.more()).isFalse();
    assertThat(batch.changes()).hasSize(2);
    assertThat(keys(batch.changes(), Change.Upserted.class)).containsExactly("deep/er/z.md");
    assertThat(batch.changes().getLast()).isEqualTo(new Change.Deleted(DocId.parse("team:a.md")));
  }

  @Test
  void what_cannot_be_read_or_is_hidden_is_no_document() throws Exception {
    write("picture.png", "png");
    write(".hidden.md", "hidden");
    write(".obsidian/notes.md", "hidden");
    write("node_modules/left/readme.md", "not ours");
    write("~$notes.md", "an editor's lock");
    write("a.md", "one");
    publish();
    Replica replica = new Replica();
    replica.follow(open());

    assertThat(replica.keys()).containsExactly("a.md");
  }

  @Test
  void many_documents_come_in_bounded_pages_with_the_rest_counted_down() throws Exception {
    for (int i = 0; i < 150; i++) {
      write("%03d.md".formatted(i), "text " + i);
    }
    publish();
    Source source = open();
    Replica replica = new Replica();
    List<Integer> sizes = new ArrayList<>();
    List<Long> remaining = new ArrayList<>();
    Set<Cursor> cursors = new HashSet<>();
    boolean more = true;
    while (more) {
      Batch batch = replica.page(source);
      sizes.add(keys(batch.changes(), Change.Upserted.class).size());
      remaining.add(batch.remaining().orElseThrow());
      cursors.add(batch.next());
      more = batch.more();
    }

    assertThat(sizes).containsExactly(64, 64, 22);
    assertThat(remaining).containsExactly(86L, 22L, 0L);
    assertThat(cursors).hasSize(3);
    assertThat(replica.keys()).hasSize(150);
  }

  @Test
  void large_documents_come_in_small_pages() throws Exception {
    for (int i = 0; i < 5; i++) {
      write(i + ".txt", "x".repeat(1_500_000) + i);
    }
    publish();
    Batch batch = open().poll(Optional.empty());

    assertThat(batch.changes()).hasSize(2);
    assertThat(batch.more()).isTrue();
  }

  @Test
  void a_page_that_was_not_taken_in_is_not_lost() throws Exception {
    put("a.md", "one");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    put("a.md", "one, edited");

    source.poll(replica.cursor());
    replica.follow(source);

    assertThat(replica.get("a.md").text()).isEqualTo("one, edited");
  }

  @Test
  void a_pass_that_a_crash_cut_short_is_finished_after_a_restart() throws Exception {
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
  void what_happened_while_nobody_watched_is_told_after_a_restart() throws Exception {
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

  @Test
  void a_cursor_of_another_time_or_source_leads_to_everything() throws Exception {
    put("a.md", "one");
    List<Change> told =
        new ArrayList<>(open().poll(Optional.of(new Cursor("who knows what"))).changes());

    assertThat(keys(told, Change.Upserted.class)).containsExactly("a.md");
    assertThat(told.getLast()).isInstanceOf(Change.Remaining.class);
  }

  @Test
  void a_system_that_is_down_is_an_error_that_says_so_and_deletes_nothing() throws Exception {
    put("a.md", "one");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    breakDown();

    assertThatThrownBy(() -> source.poll(replica.cursor()))
        .isInstanceOf(SourceException.class)
        .hasMessageMatching("(?s)[A-Z].{20,}[.:].*");
    assertThatThrownBy(() -> open().poll(Optional.empty())).isInstanceOf(SourceException.class);
  }

  @Test
  void building_a_source_does_no_io_and_closing_it_twice_is_fine() throws Exception {
    breakDown();
    Source source = open();
    source.close();
    source.close();

    assertThat(source.id().name()).isEqualTo("team");
  }

  @Test
  void after_any_history_the_copy_equals_a_rebuild() throws Exception {
    Random random = new Random(11);
    Source source = open();
    Replica replica = new Replica();
    put("start.md", "start");
    for (int step = 0; step < 40; step++) {
      int edits = 1 + random.nextInt(4);
      for (int i = 0; i < edits; i++) {
        edit(random, step);
      }
      publish();
      replica.follow(source);
      assertThat(replica.documents()).as("after step " + step).isEqualTo(rebuilt().documents());
    }
  }

  private void edit(Random random, int step) throws Exception {
    List<String> present = new ArrayList<>(present());
    String fresh = "d%d/f%d.md".formatted(random.nextInt(3), random.nextInt(6));
    int kind = random.nextInt(4);
    if (kind == 0 && present.size() > 1) {
      delete(present.get(random.nextInt(present.size())));
    } else if (kind == 1 && !present.isEmpty() && !present.contains(fresh)) {
      move(present.get(random.nextInt(present.size())), fresh);
    } else {
      write(fresh, "step %d, %d".formatted(step, random.nextInt(1000)));
    }
  }
}
