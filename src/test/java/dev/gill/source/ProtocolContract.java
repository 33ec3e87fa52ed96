package dev.gill.source;

import static dev.gill.source.FollowedSystem.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every source: cursors, changes and, by {@link PagesContract}, pages. */
public interface ProtocolContract extends PagesContract {
  @Test
  default void the_first_poll_tells_everything_and_ends_with_what_remains() throws Exception {
    write("handbook.md", "# Handbook");
    write("runbooks/restore.md", "# Restore");
    publish();

    List<Change> told = new Replica().follow(open());

    assertThat(keys(told, Change.Upserted.class))
        .containsExactlyInAnyOrder("handbook.md", "runbooks/restore.md");
    assertThat(told.getLast()).isInstanceOf(Change.Remaining.class);
    Set<String> living =
        told.stream()
            .filter(Change.Remaining.class::isInstance)
            .flatMap(change -> ((Change.Remaining) change).living().stream())
            .map(DocId::key)
            .collect(Collectors.toSet());
    assertThat(living).containsExactlyInAnyOrder("handbook.md", "runbooks/restore.md");
  }

  @Test
  default void what_remains_of_a_scope_is_what_was_told_of_it() throws Exception {
    write("handbook.md", "# Handbook");
    write("runbooks/restore.md", "# Restore");
    publish();
    List<Change> told = new Replica().follow(open());

    for (Change change : told) {
      if (change instanceof Change.Remaining all) {
        assertThat(all.living())
            .containsExactlyInAnyOrderElementsOf(
                told.stream()
                    .filter(Change.Upserted.class::isInstance)
                    .map(Change.Upserted.class::cast)
                    .filter(up -> up.scope().equals(all.scope()))
                    .map(Change.Upserted::doc)
                    .toList());
      }
    }
  }

  @Test
  default void when_nothing_happened_nothing_is_told_and_the_cursor_stands() throws Exception {
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
  default void an_edit_is_told_alone_with_a_new_revision_and_a_new_cursor() throws Exception {
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
    assertThat(replica.get("a.md").text()).startsWith("one, edited");
    assertThat(replica.get("a.md").revision()).isNotEqualTo(revision);
    assertThat(replica.cursor()).isNotEqualTo(Optional.of(cursor));
  }

  @Test
  default void what_is_deleted_goes() throws Exception {
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
  default void a_cursor_of_another_time_or_source_leads_to_everything() throws Exception {
    put("a.md", "one");
    List<Change> told =
        new ArrayList<>(open().poll(Optional.of(new Cursor("who knows what"))).changes());

    assertThat(keys(told, Change.Upserted.class)).containsExactly("a.md");
    assertThat(told.getLast()).isInstanceOf(Change.Remaining.class);
  }

  @Test
  default void a_system_that_is_down_is_an_error_that_says_so_and_deletes_nothing()
      throws Exception {
    put("a.md", "one");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    breakDown();

    assertThatThrownBy(() -> source.poll(replica.cursor()))
        .isInstanceOf(SourceException.class)
        .hasMessageMatching("(?s)[A-Za-z0-9].{20,}[.:].*");
    assertThatThrownBy(() -> open().poll(Optional.empty())).isInstanceOf(SourceException.class);
  }

  @Test
  default void building_a_source_does_no_io_and_closing_it_twice_is_fine() throws Exception {
    breakDown();
    Source source = open();
    source.close();
    source.close();

    assertThat(source.id().name()).isEqualTo("team");
  }

  @Test
  default void after_any_history_the_copy_equals_a_rebuild() throws Exception {
    Random random = new Random(7);
    Source source = open();
    Replica replica = new Replica();
    put("start.md", "start");
    for (int step = 0; step < 20; step++) {
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        List<String> present = new ArrayList<>(new TreeSet<>(present()));
        if (random.nextInt(3) == 0 && present.size() > 1) {
          delete(present.get(random.nextInt(present.size())));
        } else {
          write("d%d/f%d.md".formatted(random.nextInt(3), random.nextInt(6)), "step " + step);
        }
      }
      publish();
      replica.follow(source);
      assertThat(replica.documents()).as("after step " + step).isEqualTo(rebuilt().documents());
    }
  }
}
