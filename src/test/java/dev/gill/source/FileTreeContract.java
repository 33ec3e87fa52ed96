package dev.gill.source;

import static dev.gill.source.FollowedSystem.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gill.Rounds;
import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What holds for every source of files that a team can add to, edit, move and delete. A document's
 * key is its path.
 */
public interface FileTreeContract extends FollowedSystem {
  /** Moves a document, without yet publishing it where that is a step of its own. */
  void move(String from, String to) throws Exception;

  @Test
  default void a_document_carries_its_content_name_and_audience() throws Exception {
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
  default void the_first_poll_tells_documents_in_the_order_of_their_paths() throws Exception {
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
  default void a_document_that_moved_comes_before_its_old_place_goes_in_the_same_page()
      throws Exception {
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
  default void what_cannot_be_read_or_is_hidden_is_no_document() throws Exception {
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
  default void many_documents_come_in_bounded_pages_with_the_rest_counted_down() throws Exception {
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
  default void a_conflict_copy_is_a_document_only_while_its_original_is_gone() throws Exception {
    String copy = "docs/rota.sync-conflict-20250301-101010-ABCDEFG.md";
    write("docs/rota.md", "Bo");
    write(copy, "Al");
    write("docs/other (Jon's conflicted copy 2025-03-01).md", "alone");
    publish();
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    assertThat(replica.keys())
        .containsExactly("docs/other (Jon's conflicted copy 2025-03-01).md", "docs/rota.md");
    assertThat(source.passedOver())
        .singleElement()
        .satisfies(
            passed -> {
              assertThat(passed.reason()).isEqualTo(PassedOver.Reason.CONFLICT_COPY);
              assertThat(passed.docs()).extracting(DocId::key).containsExactly(copy);
              assertThat(passed.first().getFirst().why()).contains("rota.md", "merge");
            });

    delete("docs/rota.md");
    publish();
    replica.follow(source);
    assertThat(replica.get(copy).text()).isEqualTo("Al");
    assertThat(replica.documents()).isEqualTo(rebuilt().documents());

    put("docs/rota.md", "Cy");
    replica.follow(source);
    assertThat(replica.keys()).contains("docs/rota.md").doesNotContain(copy);
    assertThat(replica.documents()).isEqualTo(rebuilt().documents());
  }

  @Test
  default void in_the_conflict_copy_of_a_folder_only_what_the_folder_lacks_is_a_document()
      throws Exception {
    String folder = "docs/plans (Jon's conflicted copy 2025-03-01)/";
    write("docs/plans/may/rota.md", "Bo");
    write(folder + "may/rota.md", "Al");
    write(folder + "may/crew.md", "Cy");
    publish();
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    assertThat(replica.keys()).containsExactly(folder + "may/crew.md", "docs/plans/may/rota.md");
    assertThat(source.passedOver())
        .singleElement()
        .satisfies(
            passed -> {
              assertThat(passed.reason()).isEqualTo(PassedOver.Reason.CONFLICT_COPY);
              assertThat(passed.first().getFirst().why()).contains("docs/plans/may/rota.md");
            });

    delete("docs/plans/may/rota.md");
    publish();
    replica.follow(source);
    assertThat(replica.get(folder + "may/rota.md").text()).isEqualTo("Al");
    assertThat(replica.documents()).isEqualTo(rebuilt().documents());
  }

  @Test
  default void what_is_thrown_away_or_a_backup_is_reported_and_no_document() throws Exception {
    write("#recycle/old/wifi.md", "tulip-88");
    write("#recycle/older.md", "gone");
    write("docs/plan.md.bak", "old");
    write("docs/drawing.xyz", "?");
    write("docs/photo.png", "png");
    write("a.md", "one");
    publish();
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("a.md");
    assertThat(source.passedOver())
        .extracting(
            passed -> passed.reason() + " " + passed.ending(),
            passed -> passed.docs().getFirst().key())
        .containsExactly(
            tuple("RECYCLED ", "#recycle"),
            tuple("BACKUP ", "docs/plan.md.bak"),
            tuple("FORMAT .xyz", "docs/drawing.xyz"),
            tuple("PICTURE .png", "docs/photo.png"));
    assertThat(source.passedOver().getFirst().first().getFirst().why()).contains("2 files");
  }

  @Test
  default void after_any_history_with_conflict_copies_the_copy_equals_a_rebuild() throws Exception {
    anyHistory(new Random(12), List.of("", " (conflicted copy 2025-03-01 101010)", ".bak"));
  }

  @Test
  default void after_any_history_with_moves_the_copy_equals_a_rebuild() throws Exception {
    anyHistory(new Random(11), List.of(""));
  }

  private void anyHistory(Random random, List<String> marks) throws Exception {
    Source source = open();
    Replica replica = new Replica();
    put("start.md", "start");
    for (int step = 0; step < Rounds.of(40); step++) {
      int edits = 1 + random.nextInt(4);
      for (int i = 0; i < edits; i++) {
        edit(random, step, marks);
      }
      publish();
      replica.follow(source);
      assertThat(replica.documents()).as("after step " + step).isEqualTo(rebuilt().documents());
    }
  }

  private void edit(Random random, int step, List<String> marks) throws Exception {
    List<String> present = new ArrayList<>(present());
    String mark = marks.size() == 1 ? marks.getFirst() : marks.get(random.nextInt(marks.size()));
    int names = marks.size() == 1 ? 6 : 2;
    boolean copied = marks.size() > 1 && random.nextInt(4) == 0;
    String folder = "d%d%s".formatted(random.nextInt(3), copied ? marks.get(1) : "");
    String fresh = "%s/f%d%s.md".formatted(folder, random.nextInt(names), mark);
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
