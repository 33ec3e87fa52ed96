package dev.gill.sync;

import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.remaining;
import static dev.gill.sync.Told.unreadable;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.index.IndexException;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.DocId;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is taken out of the configuration is gone at the next start, vectors spared. */
class WithdrawalTest {
  private static final SourceId MANUAL = new SourceId("manual");

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(LuceneEngine.open(folder, Bench.SPACES));
    ScriptedSource wiki = new ScriptedSource("wiki");
    wiki.tell(
        upsert("handbook.md", handbook(10)),
        unreadable("locked.md", "locked"),
        remaining("handbook.md", "locked.md"));
    try (Breathing first = start(wiki)) {
      first.breatheOnce();
    }
    assertThat(bench.keys()).containsExactly("handbook.md");
    assertThat(bench.failures()).hasSize(1);
    bench.forgetCounts();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Breathing start(ScriptedSource... sources) {
    Breathing breathing = bench.follow(sources);
    breathing.withdrawOthers();
    return breathing;
  }

  private static ScriptedSource manual() {
    return new ScriptedSource("manual").tell(manual("manual.md", handbook(10)));
  }

  private static Change manual(String key, String text) {
    return upsert(new DocId(MANUAL, key), text);
  }

  @Test
  void it_is_gone_before_any_source_is_asked() {
    ScriptedSource manual = manual();
    try (Breathing next = start(manual)) {
      assertThat(bench.now(Snapshot::sources)).isEmpty();
      assertThat(bench.ledger()).isEqualTo(SourceLedger.empty());
      assertThat(bench.document("handbook.md")).isEmpty();
      assertThat(next.inStepAt(Told.WIKI)).isEmpty();
      assertThat(manual.asked()).isEmpty();
    }
  }

  @Test
  void the_log_says_what_went() {
    try (Logged logged = new Logged()) {
      start(manual()).close();
      assertThat(logged.messages())
          .containsExactly(
              "Source wiki is not configured any more: 1 document of it went out of the index.");
    }
  }

  @Test
  void under_another_name_it_embeds_nothing() throws Exception {
    try (Breathing next = start(manual())) {
      next.breatheOnce();
      assertThat(bench.keys(MANUAL)).containsExactly("manual.md");
      assertThat(bench.model().embedded()).isEmpty();
      assertThat(next.sources().getFirst().reused()).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void its_vectors_wait_for_a_source_that_is_down_at_first() throws Exception {
    ScriptedSource other = new ScriptedSource("other").tell();
    try (Breathing next = start(manual().breaks("It is down."), other)) {
      next.breatheOnce();
      next.breatheOnce();
      assertThat(bench.keys(MANUAL)).containsExactly("manual.md");
      assertThat(bench.model().embedded()).isEmpty();
    }
  }

  @Test
  void its_vectors_do_not_outlive_the_first_pass() throws Exception {
    ScriptedSource manual = new ScriptedSource("manual").tell();
    try (Breathing next = start(manual)) {
      next.breatheOnce();
      manual.tell(manual("manual.md", handbook(10)));
      next.breatheOnce();
      assertThat(bench.model().embedded()).isNotEmpty();
    }
  }

  @Test
  void what_was_withdrawn_before_a_kill_stays_withdrawn() throws Exception {
    start(manual()).close();
    bench.close();
    bench = new Bench(LuceneEngine.open(folder, Bench.SPACES));
    assertThat(bench.now(Snapshot::sources)).isEmpty();
    try (Breathing next = start(manual())) {
      next.breatheOnce();
      assertThat(bench.keys(MANUAL)).containsExactly("manual.md");
    }
  }

  @Test
  void with_no_source_left_nothing_is_left() {
    start().close();
    assertThat(bench.now(Snapshot::sources)).isEmpty();
    assertThat(bench.document("handbook.md")).isEmpty();
  }

  @Test
  void what_is_still_followed_stays_as_it_is() {
    SourceLedger before = bench.ledger();
    int commits = bench.engine().commits().size();
    start(new ScriptedSource("wiki"), manual()).close();
    assertThat(bench.ledger()).isEqualTo(before);
    assertThat(bench.engine().commits()).hasSize(commits);
  }

  @Test
  void if_it_cannot_be_withdrawn_the_start_fails() {
    Breathing next = bench.follow(manual());
    bench.engine().breakDown();
    assertThatThrownBy(next::withdrawOthers)
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("disk is full");
    bench.engine().mend();
    next.close();
  }
}
