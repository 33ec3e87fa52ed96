package dev.gill.sync;

import static dev.gill.sync.Told.delete;
import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.id;
import static dev.gill.sync.Told.sentence;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.IndexEngine;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import dev.gill.model.Origin;
import dev.gill.model.Space;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to documents, only text that was not there before is embedded. */
abstract class OnlyNewTextContract {
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private Bench bench;
  private Breathing breathing;

  abstract IndexEngine open() throws Exception;

  @BeforeEach
  void follow() throws Exception {
    bench = new Bench(open());
    breathing = bench.follow(wiki);
  }

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private void taken(dev.gill.source.Change... changes) throws InterruptedException {
    bench.forgetCounts();
    wiki.tell(changes);
    breathing.breatheOnce();
  }

  @Test
  void an_edit_of_one_paragraph_embeds_the_chunks_that_read_differently() throws Exception {
    taken(upsert("handbook.md", handbook(30)));
    List<String> before = bench.chunks("handbook.md");
    assertThat(before).hasSizeGreaterThanOrEqualTo(30);
    assertThat(bench.model().embedded()).hasSameElementsAs(before);

    String edited = handbook(30).replaceFirst(sentence(17).strip(), "Call the plumber first.");
    taken(upsert("handbook.md", edited));

    List<String> fresh = new ArrayList<>(bench.chunks("handbook.md"));
    fresh.removeAll(before);
    assertThat(fresh).hasSize(1).first().asString().contains("Call the plumber first.");
    assertThat(bench.model().embedded()).containsExactlyElementsOf(fresh);
    requireVectors("handbook.md");
  }

  @Test
  void a_paragraph_put_in_front_moves_offsets_and_embeds_nothing_else() throws Exception {
    taken(upsert("handbook.md", handbook(30)));

    taken(upsert("handbook.md", "A word before all else.\n\n" + handbook(30)));

    assertThat(bench.model().embedded()).containsExactly("A word before all else.");
    StoredDocument stored = bench.document("handbook.md").orElseThrow();
    for (Chunk chunk : stored.chunks()) {
      assertThat(stored.text().substring(chunk.start(), chunk.end())).isEqualTo(chunk.text());
    }
  }

  @Test
  void chapters_in_another_order_embed_nothing() throws Exception {
    String[] chapters = handbook(8).split("(?=## )");
    taken(upsert("handbook.md", String.join("", chapters)));
    List<String> rest = new ArrayList<>(Arrays.asList(chapters).subList(2, chapters.length));

    taken(upsert("handbook.md", chapters[0] + chapters[1] + String.join("", rest.reversed())));

    assertThat(bench.model().embedded()).isEmpty();
    assertThat(bench.chunks("handbook.md").getLast()).contains(sentence(2).strip());
  }

  @Test
  void a_move_embeds_nothing() throws Exception {
    taken(upsert("handbook.md", handbook(10)));

    taken(upsert("team/manual.md", handbook(10)), delete("handbook.md"));

    assertThat(bench.model().embedded()).isEmpty();
    assertThat(bench.keys()).containsExactly("team/manual.md");
    requireVectors("team/manual.md");
  }

  @Test
  void a_page_that_goes_into_another_one_embeds_nothing() throws Exception {
    String[] chapters = handbook(12).split("(?=## )");
    String one = String.join("", Arrays.copyOfRange(chapters, 0, 7));
    String other = String.join("", Arrays.copyOfRange(chapters, 7, chapters.length));
    taken(upsert("one.md", one), upsert("other.md", other));

    taken(delete("other.md"), upsert("one.md", one + other));

    assertThat(bench.model().embedded()).isEmpty();
    assertThat(bench.keys()).containsExactly("one.md");
    requireVectors("one.md");
  }

  @Test
  void a_move_told_with_the_deletion_first_embeds_nothing() throws Exception {
    taken(upsert("handbook.md", handbook(10)));

    taken(delete("handbook.md"), upsert("manual.md", handbook(10)));

    assertThat(bench.model().embedded()).isEmpty();
    assertThat(bench.keys()).containsExactly("manual.md");
  }

  @Test
  void a_move_told_as_a_deletion_now_and_a_new_document_later_embeds_nothing() throws Exception {
    taken(upsert("handbook.md", handbook(10)));
    taken(delete("handbook.md"));
    assertThat(bench.keys()).isEmpty();

    taken(upsert("manual.md", handbook(10)));

    assertThat(bench.model().embedded()).isEmpty();
    requireVectors("manual.md");
  }

  @Test
  void a_copy_embeds_nothing() throws Exception {
    taken(upsert("handbook.md", handbook(10)));

    taken(upsert("copy.md", handbook(10)));

    assertThat(bench.model().embedded()).isEmpty();
    assertThat(bench.chunks("copy.md")).isEqualTo(bench.chunks("handbook.md"));
  }

  @Test
  void the_same_text_in_two_new_documents_is_embedded_once() throws Exception {
    taken(upsert("a.md", handbook(5)), upsert("b.md", handbook(5)));

    assertThat(bench.model().embedded()).doesNotHaveDuplicates();
    requireVectors("a.md");
    requireVectors("b.md");
  }

  @Test
  void another_author_or_time_embeds_nothing_and_shows_in_the_locator() throws Exception {
    taken(upsert("handbook.md", handbook(10)));
    Instant later = Told.MONDAY.plusSeconds(86_400);

    taken(upsert(id("handbook.md"), handbook(10), "Somebody else", later));

    assertThat(bench.model().embedded()).isEmpty();
    Origin origin = bench.document("handbook.md").orElseThrow().head().origin();
    assertThat(origin.author()).isEqualTo("Somebody else");
    assertThat(origin.modified()).isEqualTo(later);
  }

  @Test
  void an_unchanged_revision_is_not_even_parsed() throws Exception {
    taken(upsert("handbook.md", handbook(10)), upsert("note.md", "A note."));

    taken(upsert("handbook.md", handbook(10)), upsert("note.md", "Another note."));

    assertThat(bench.parser().parsed()).containsExactly("note.md");
    assertThat(breathing.breaths().getFirst().doc()).isEqualTo(id("note.md"));
  }

  @Test
  void what_vanished_in_a_failure_and_comes_back_embeds_nothing() throws Exception {
    taken(upsert("handbook.md", handbook(10)));
    taken(upsert("handbook.md", ""));
    assertThat(bench.keys()).isEmpty();

    taken(upsert("handbook.md", handbook(10)));

    assertThat(bench.model().embedded()).isEmpty();
    requireVectors("handbook.md");
  }

  @Test
  void a_new_version_of_the_parsers_reads_everything_anew_and_embeds_nothing() throws Exception {
    taken(upsert("handbook.md", handbook(10)), upsert("值班.md", "# 值班\n\n周一由后端值班。"));
    bench.forgetCounts();

    try (Breathing updated = bench.follow("parser-2", wiki)) {
      updated.breatheOnce();
    }

    assertThat(bench.parser().parsed()).containsExactly("handbook.md", "值班.md");
    assertThat(bench.model().embedded()).isEmpty();
    assertThat(bench.chineseModel().embedded()).isEmpty();
    assertThat(bench.document("handbook.md").orElseThrow().head().recipe()).startsWith("parser-2");
    assertThat(bench.ledger().checkpoint().orElseThrow().recipe()).startsWith("parser-2");
  }

  @Test
  void each_language_is_embedded_by_its_own_model() throws Exception {
    taken(upsert("duty.md", "Monday is for the backend."), upsert("值班.md", "周一由后端值班。"));

    assertThat(bench.model().embedded()).containsExactly("Monday is for the backend.");
    assertThat(bench.chineseModel().embedded()).containsExactly("周一由后端值班。");
    assertThat(vectors(Bench.CHINESE, "周一由后端值班。")).isEqualTo(1);
    assertThat(vectors(Bench.ENGLISH, "周一由后端值班。")).isZero();
  }

  private int vectors(Space space, String text) {
    return bench.now(index -> index.vectors(space, Set.of(Fingerprint.of(text)))).size();
  }

  private void requireVectors(String key) {
    assertThat(bench.chunks(key))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(vectors(Bench.ENGLISH, text)).isEqualTo(1));
  }
}
