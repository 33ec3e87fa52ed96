package dev.gill.sync;

import static dev.gill.sync.Told.delete;
import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.id;
import static dev.gill.sync.Told.sentence;
import static dev.gill.sync.Told.unreadable;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Failure;
import dev.gill.source.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A document that cannot be taken in is listed with its stage and cause; the others go on. */
class FailedDocumentsTest {
  private final Bench bench = new Bench();
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final Breathing breathing = bench.follow(wiki);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private void taken(Change... changes) throws InterruptedException {
    wiki.tell(changes);
    breathing.breatheOnce();
  }

  private Failure failure() {
    assertThat(bench.failures()).hasSize(1);
    return bench.failures().getFirst();
  }

  @Test
  void what_cannot_be_parsed_is_listed_loses_its_old_text_and_holds_up_nobody() throws Exception {
    taken(upsert("a.md", "The old text."));

    taken(upsert("a.md", ""), upsert("b.md", "A neighbour."));

    assertThat(failure().doc()).isEqualTo(id("a.md"));
    assertThat(failure().stage()).isEqualTo(Failure.Stage.PARSE);
    assertThat(failure().cause()).isEqualTo("The file is empty.");
    assertThat(failure().scope()).isEqualTo(Told.STAFF);
    assertThat(bench.keys()).containsExactly("b.md");
    assertThat(status().state()).isEqualTo(SourceStatus.State.IN_STEP);
  }

  @Test
  void it_heals_when_its_content_changes() throws Exception {
    taken(upsert("a.md", ""));

    taken(upsert("a.md", "Now there is something."));

    assertThat(bench.failures()).isEmpty();
    assertThat(bench.chunks("a.md")).containsExactly("Now there is something.");
  }

  @Test
  void a_fault_in_a_parser_is_one_documents_failure() throws Exception {
    taken(upsert("poison.md", "Anything."), upsert("b.md", "A neighbour."));

    assertThat(failure().stage()).isEqualTo(Failure.Stage.PARSE);
    assertThat(failure().cause()).contains("fault in reading it", "5 of 3");
    assertThat(bench.keys()).containsExactly("b.md");
    assertThat(status().state()).isEqualTo(SourceStatus.State.IN_STEP);
  }

  @Test
  void a_passage_that_the_model_refuses_takes_its_document_along_and_no_neighbour()
      throws Exception {
    bench.model().refuse("forbidden");

    taken(
        upsert("a.md", "One neighbour."),
        upsert("b.md", handbook(3) + "## Last\n\nSome forbidden words.\n"),
        upsert("c.md", "Another neighbour."));

    assertThat(failure().doc()).isEqualTo(id("b.md"));
    assertThat(failure().stage()).isEqualTo(Failure.Stage.EMBED);
    assertThat(failure().cause())
        .isEqualTo("The embedding model refused a passage of it: no words such as these");
    assertThat(bench.keys()).containsExactly("a.md", "c.md");
  }

  @Test
  void a_model_that_is_out_of_order_is_no_documents_fault_and_costs_none() throws Exception {
    taken(upsert("a.md", handbook(2)));
    bench.model().breakDown();

    taken(upsert("a.md", handbook(3)));

    assertThat(bench.failures()).isEmpty();
    assertThat(bench.chunks("a.md")).hasSize(2);
    assertThat(status().state()).isEqualTo(SourceStatus.State.FAILING);
    assertThat(status().trouble().orElseThrow().why()).isEqualTo("The model is out of memory.");

    bench.model().mend();
    breathing.breatheOnce();

    assertThat(bench.chunks("a.md")).hasSize(3).last().asString().contains(sentence(3).strip());
    assertThat(status().state()).isEqualTo(SourceStatus.State.IN_STEP);
  }

  @Test
  void what_cannot_be_read_is_listed_with_the_sources_own_words() throws Exception {
    taken(upsert("a.md", "The old text."));

    taken(unreadable("a.md", "It may not be read: let Gill's user read it."));

    assertThat(failure().stage()).isEqualTo(Failure.Stage.READ);
    assertThat(failure().cause()).isEqualTo("It may not be read: let Gill's user read it.");
    assertThat(failure().revision()).isEmpty();
    assertThat(bench.keys()).isEmpty();
  }

  @Test
  void a_failure_goes_with_its_document() throws Exception {
    taken(upsert("a.md", ""));

    taken(delete("a.md"));

    assertThat(bench.failures()).isEmpty();
    Breath last = breathing.breaths().getFirst();
    assertThat(last.kind()).isEqualTo(Breath.Kind.DELETED);
    assertThat(last.scope()).isEqualTo(Told.STAFF);
  }

  @Test
  void the_same_failure_told_again_is_no_news_and_keeps_its_date() throws Exception {
    taken(upsert("a.md", ""), unreadable("b.md", "Locked."));
    Instant first = bench.clock().instant();
    assertThat(breathing.breaths()).hasSize(2);
    bench.clock().advance(Duration.ofDays(3));

    taken(upsert("a.md", ""), unreadable("b.md", "Locked."));

    assertThat(bench.failures()).extracting(Failure::at).containsOnly(first);
    assertThat(breathing.breaths()).hasSize(2);
  }

  @Test
  void another_cause_is_news() throws Exception {
    taken(unreadable("b.md", "Locked."));

    taken(unreadable("b.md", "Too large."));

    assertThat(failure().cause()).isEqualTo("Too large.");
    assertThat(breathing.breaths())
        .extracting(Breath::kind)
        .isEqualTo(List.of(Breath.Kind.FAILED, Breath.Kind.FAILED));
  }

  private SourceStatus status() {
    return breathing.sources().getFirst();
  }
}
