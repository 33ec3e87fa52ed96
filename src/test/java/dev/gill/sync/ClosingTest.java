package dev.gill.sync;

import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Closing waits for a commit under way, and leaves an index that can be used. */
@Timeout(60)
class ClosingTest {
  @TempDir private Path folder;

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5));
  }

  @Test
  void a_commit_under_way_is_not_interrupted_and_ends_well() throws Exception {
    ScriptedSource wiki = new ScriptedSource("wiki").tell(upsert("a.md", "One."));
    CountDownLatch committing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    try (Bench bench = new Bench(LuceneEngine.open(folder, Bench.SPACES))) {
      bench
          .engine()
          .before(
              changes -> {
                committing.countDown();
                hold(go, interrupted);
              });
      Breathing breathing = bench.follow(wiki);
      breathing.start();
      committing.await();

      Thread closing = Thread.ofPlatform().start(breathing::close);
      soon().until(() -> closing.getState() == Thread.State.BLOCKED);
      assertThat(wiki.closed()).isFalse();
      go.countDown();
      closing.join();

      assertThat(interrupted).isFalse();
      assertThat(wiki.closed()).isTrue();
      requireUsable(bench, wiki);
    }
  }

  @Test
  void a_source_that_forgets_that_it_was_told_to_stop_is_told_again() {
    CountDownLatch forgetting = new CountDownLatch(1);
    ScriptedSource wiki =
        new ScriptedSource("wiki")
            .fail(
                () -> {
                  forgetting.countDown();
                  hold(new CountDownLatch(1), new AtomicBoolean());
                });
    try (Bench bench = new Bench(LuceneEngine.open(folder, Bench.SPACES))) {
      Breathing breathing = bench.follow(wiki);
      breathing.start();
      soon().until(() -> forgetting.getCount() == 0);
      breathing.close();
      assertThat(wiki.closed()).isTrue();
    }
  }

  @Test
  void the_documents_that_are_left_of_a_page_are_not_parsed_first() {
    ScriptedSource wiki =
        new ScriptedSource("wiki").tell(upsert("a.md", "One."), upsert("b.md", "Two."));
    try (Bench bench = new Bench();
        Breathing breathing = bench.follow(wiki)) {
      bench.parser().before(name -> Thread.currentThread().interrupt());

      assertThatThrownBy(breathing::breatheOnce).isInstanceOf(InterruptedException.class);

      assertThat(bench.parser().parsed()).containsExactly("a.md");
      assertThat(bench.keys()).isEmpty();
    }
  }

  private static void hold(CountDownLatch go, AtomicBoolean interrupted) {
    try {
      go.await();
    } catch (InterruptedException e) {
      interrupted.set(true);
    }
  }

  @RepeatedTest(8)
  @Tag("slow")
  void closing_at_any_moment_leaves_a_usable_index(RepetitionInfo repetition) throws Exception {
    ScriptedSource wiki = new ScriptedSource("wiki");
    for (int page = 0; page < 14; page++) {
      wiki.tellMore(upsert("doc%d.md".formatted(page % 7), handbook(1 + page % 5) + page));
    }
    wiki.tell(upsert("last.md", "The end."));
    int pages = 1 + new Random(repetition.getCurrentRepetition()).nextInt(13);
    try (Bench bench = new Bench(LuceneEngine.open(folder, Bench.SPACES))) {
      try (Breathing breathing = bench.follow(wiki)) {
        breathing.start();
        soon().until(() -> wiki.asked().size() >= pages);
      }

      requireUsable(bench, wiki);
      assertThat(bench.keys())
          .containsExactly(
              "after.md",
              "doc0.md",
              "doc1.md",
              "doc2.md",
              "doc3.md",
              "doc4.md",
              "doc5.md",
              "doc6.md",
              "last.md");
      assertThat(bench.failures()).isEmpty();
    }
  }

  /** The rest can be taken in, and what was taken in stands there. */
  private static void requireUsable(Bench bench, ScriptedSource wiki) throws Exception {
    assertThat(bench.engine().check()).isEqualTo(new Check.Ok());
    bench.engine().mend();
    wiki.tell(upsert("after.md", "After the end."));
    wiki.tell();
    try (Breathing again = bench.follow(wiki)) {
      again.breatheOnce();
      again.breatheOnce();
      assertThat(again.sources().getFirst().state()).isEqualTo(SourceStatus.State.IN_STEP);
    }
    assertThat(bench.keys()).contains("after.md");
  }
}
