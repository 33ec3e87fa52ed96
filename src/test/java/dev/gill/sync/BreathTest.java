package dev.gill.sync;

import static dev.gill.sync.Told.delete;
import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.id;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.source.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feed tells rightly what each change came to. */
class BreathTest {
  private final Bench bench = new Bench();
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final Breathing breathing = bench.follow(wiki);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private Breath taken(Change... changes) throws InterruptedException {
    wiki.tell(changes);
    breathing.breatheOnce();
    return breathing.breaths().getFirst();
  }

  @Test
  void it_tells_how_many_chunks_were_embedded_and_how_many_had_a_vector() throws Exception {
    Breath first = taken(upsert("handbook.md", handbook(10)));
    assertThat(first.doc()).isEqualTo(id("handbook.md"));
    assertThat(first.kind()).isEqualTo(Breath.Kind.UPSERTED);
    assertThat(first.scope()).isEqualTo(Told.STAFF);
    assertThat(first.chunks()).isEqualTo(10);
    assertThat(first.embedded()).isEqualTo(10);
    assertThat(first.reused()).isZero();

    Breath second = taken(upsert("handbook.md", handbook(10).replace("case 4 ", "case IV ")));
    assertThat(second.chunks()).isEqualTo(10);
    assertThat(second.embedded()).isEqualTo(1);
    assertThat(second.reused()).isEqualTo(9);

    SourceStatus status = breathing.sources().getFirst();
    assertThat(status.embedded()).isEqualTo(11);
    assertThat(status.reused()).isEqualTo(9);
    assertThat(status.chunks()).isEqualTo(10);
  }

  @Test
  void a_text_that_two_new_documents_share_is_counted_where_it_was_embedded() throws Exception {
    taken(upsert("a.md", handbook(4)), upsert("b.md", handbook(4)));

    assertThat(breathing.breaths()).extracting(Breath::embedded).containsExactly(0, 4);
    assertThat(breathing.breaths()).extracting(Breath::reused).containsExactly(4, 0);
  }

  @Test
  void a_document_that_is_refused_takes_no_count_from_the_one_that_shares_its_text()
      throws Exception {
    bench.model().refuse("forbidden");

    taken(
        upsert("a.md", handbook(4) + "## Last\n\nSome forbidden words.\n"),
        upsert("b.md", handbook(4)));

    Breath whole =
        breathing.breaths().stream().filter(b -> b.doc().key().equals("b.md")).findFirst().get();
    assertThat(whole.embedded()).isEqualTo(4);
    assertThat(breathing.sources().getFirst().embedded()).isEqualTo(4);
  }

  @Test
  void it_lasts_from_the_reading_until_the_document_can_be_found() throws Exception {
    bench.model().before(text -> bench.clock().advance(Duration.ofMillis(40)));
    bench.engine().before(changes -> bench.clock().advance(Duration.ofMillis(9)));

    Breath breath = taken(upsert("note.md", "A note."));

    assertThat(breath.took()).isEqualTo(Duration.ofMillis(49));
    assertThat(breath.at()).isEqualTo(bench.clock().instant());
  }

  @Test
  void a_slow_document_makes_the_breaths_of_its_neighbours_no_longer() throws Exception {
    bench.parser().before(name -> advance(name.equals("slow.md") ? 3_000 : 10));
    bench.model().before(text -> advance(20));
    bench.engine().before(changes -> advance(100));
    Instant begun = bench.clock().instant();

    taken(upsert("a.md", "A note."), upsert("slow.md", handbook(30)), upsert("z.md", "Another."));

    assertThat(took("a.md")).isBetween(Duration.ofMillis(10), Duration.ofMillis(20));
    assertThat(took("z.md")).isBetween(Duration.ofMillis(10), Duration.ofMillis(20));
    assertThat(took("slow.md")).isGreaterThan(Duration.ofMillis(3_000 + 29 * 20));
    Duration all = took("a.md").plus(took("slow.md")).plus(took("z.md"));
    assertThat(all)
        .as("together, all the work")
        .isCloseTo(Duration.between(begun, bench.clock().instant()), Duration.ofMillis(1));
  }

  @Test
  void what_an_edit_in_between_takes_is_not_the_older_documents_time() throws Exception {
    bench
        .parser()
        .before(
            name -> {
              advance(name.equals("edit.md") ? 3_000 : 10);
              if (name.equals("a.md")) {
                wiki.press(upsert("edit.md", "Edited."));
              }
            });

    taken(upsert("a.md", "One."), upsert("b.md", "Two."));

    assertThat(took("edit.md")).isEqualTo(Duration.ofMillis(3_000));
    assertThat(took("a.md")).isEqualTo(Duration.ofMillis(10));
    assertThat(took("b.md")).isEqualTo(Duration.ofMillis(10));
  }

  private void advance(long millis) {
    bench.clock().advance(Duration.ofMillis(millis));
  }

  private Duration took(String key) {
    return breathing.breaths().stream()
        .filter(breath -> breath.doc().equals(id(key)))
        .findFirst()
        .orElseThrow()
        .took();
  }

  @Test
  void a_deletion_is_told_to_those_who_might_know_of_the_document() throws Exception {
    taken(upsert("note.md", "A note."));

    Breath breath = taken(delete("note.md"));

    assertThat(breath.kind()).isEqualTo(Breath.Kind.DELETED);
    assertThat(breath.scope()).isEqualTo(Told.STAFF);
    assertThat(breath.chunks()).isZero();
  }

  @Test
  void nothing_is_told_before_it_can_be_found() throws Exception {
    List<Boolean> found = new ArrayList<>();
    breathing.onBreath(breath -> found.add(bench.document(breath.doc().key()).isPresent()));

    taken(upsert("a.md", "A note."), upsert("b.md", "Another note."));

    assertThat(found).containsExactly(true, true);
  }

  @Test
  void the_feed_holds_the_latest_and_not_all() throws Exception {
    Change[] many = new Change[250];
    for (int i = 0; i < many.length; i++) {
      many[i] = upsert("note%03d.md".formatted(i), "Note number %d.".formatted(i));
    }

    taken(many);

    assertThat(breathing.breaths()).hasSize(200);
    assertThat(breathing.breaths().getFirst().doc()).isEqualTo(id("note249.md"));
    assertThat(breathing.breaths().getLast().doc()).isEqualTo(id("note050.md"));
  }
}
