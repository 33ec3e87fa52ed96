package dev.gill.index.lucene;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.SPACES;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.at;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.near;
import static dev.gill.index.Samples.texts;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.index.Changes;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Samples;
import dev.gill.index.Snapshot;
import dev.gill.index.Soundness;
import dev.gill.model.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A changeset that cannot be written leaves nothing behind, and the engine goes on after it. */
@Tag("slow")
class LuceneTroubleTest {
  @TempDir private Path folder;
  private FailingDirectory disk;
  private IndexEngine engine;

  @BeforeEach
  void open() throws IOException {
    disk = new FailingDirectory(FSDirectory.open(folder));
    engine = LuceneEngine.open(disk, SPACES, folder);
    engine.commit(Changes.write(doc("a", "fish one"), doc("b", "fish two")).upTo("c1"));
  }

  @AfterEach
  void close() {
    disk.heal();
    engine.close();
  }

  private void requireOnlyTheFirst() {
    try (Snapshot index = engine.snapshot()) {
      assertThat(texts(index.search(words("fish"), ANYONE, 9)))
          .containsExactly("fish one", "fish two");
      assertThat(index.ledger(WIKI).checkpoint().orElseThrow().cursor().value()).isEqualTo("c1");
      assertThat(index.ledger(WIKI).documents()).isEqualTo(2);
    }
  }

  private void requireGoesOn() {
    engine.commit(Changes.write(doc("c", "fish three")).upTo("c3"));
    assertThat(engine.check()).isEqualTo(new Check.Ok());
    try (Snapshot index = engine.snapshot()) {
      assertThat(texts(index.search(words("fish"), ANYONE, 9)))
          .containsExactly("fish one", "fish two", "fish three");
      assertThat(index.ledger(WIKI).checkpoint().orElseThrow().cursor().value()).isEqualTo("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(FailingDirectory.Step.class)
  void aFullDiskIsReportedUntilThereIsRoomAgain(FailingDirectory.Step step) {
    disk.fail(step);
    var lost = Changes.write(doc("a", "lost fish")).delete(id("b")).upTo("c2");
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> engine.commit(lost))
          .isInstanceOf(IndexException.class)
          .hasMessageContainingAll("No space left on device", "room");
      requireOnlyTheFirst();
      assertThat(engine.check())
          .isInstanceOfSatisfying(
              Check.Down.class, down -> assertThat(down.why()).contains("No space left on device"));
    }
    disk.heal();
    requireGoesOn();
  }

  @Test
  void aDiskThatIsTooFullForMergingCostsNothing() {
    disk.failMerges();
    Changes all = Changes.write(doc("m0", "merged fish 0"));
    for (int i = 0; i < 8; i++) {
      Changes next = Changes.write(doc("m" + i, "merged fish " + i));
      boolean written = false;
      while (!written) {
        try {
          engine.commit(next.upTo("m" + i));
          written = true;
        } catch (IndexException e) {
          assertThat(e).hasMessageContaining("room");
        }
      }
    }
    assertThat(disk.failedMerges()).isPositive();
    disk.heal();
    engine.commit(all.upTo("m8"));
    try (Snapshot index = engine.snapshot()) {
      assertThat(texts(index.search(words("merged"), ANYONE, 99))).hasSize(8);
      assertThat(index.ledger(WIKI).documents()).isEqualTo(10);
    }
    assertThat(engine.check()).isEqualTo(new Check.Ok());
    assertThat(engine.inspect(true)).isEqualTo(Soundness.WHOLE);
  }

  @Test
  void aChangesetWithABrokenVectorLeavesNothingBehind() {
    float[] broken = Samples.at(0.5);
    broken[3] = Float.NaN;
    var half =
        Changes.write(doc("a", "half fish"), doc(headOf(id("z"), "r1", EVERYONE), broken, "fish z"))
            .delete(id("b"));
    assertThatThrownBy(() -> engine.commit(half.upTo("c2")))
        .isInstanceOf(IndexException.class)
        .hasMessageContainingAll("wiki", "refuses");
    requireOnlyTheFirst();
    assertThat(engine.check()).isEqualTo(new Check.Ok());
    requireGoesOn();
  }

  @Test
  void aThreadThatIsToldToStopLeavesTheEngineUsable() {
    Thread.currentThread().interrupt();
    try {
      engine.commit(Changes.write(doc("a", "fish one")).upTo("c1"));
    } catch (IndexException e) {
      assertThat(e).hasMessageContaining("cannot be written");
    } finally {
      Thread.interrupted();
    }
    requireOnlyTheFirst();
    requireGoesOn();
  }

  @Test
  void aThreadThatIsToldToStopWhileItReadsStillKnowsItAfterwards() {
    for (int i = 0; i < 30; i++) {
      engine.commit(Changes.write(doc("more-" + i, "fish number " + i)).upTo("c" + i));
    }
    List<Consumer<Snapshot>> reads =
        List.of(
            index -> index.search(near(at(1)), ANYONE, 9),
            index -> index.search(words("fish"), ANYONE, 9),
            index -> index.ledger(WIKI),
            Snapshot::sources);
    for (Consumer<Snapshot> read : reads) {
      Thread.currentThread().interrupt();
      try (Snapshot index = engine.snapshot()) {
        read.accept(index);
      }
      assertThat(Thread.interrupted()).as("read %d", reads.indexOf(read)).isTrue();
    }
  }

  @Test
  void snapshotsTakenBeforeTroubleStayReadable() {
    try (Snapshot before = engine.snapshot()) {
      disk.fail(FailingDirectory.Step.SYNC);
      assertThatThrownBy(() -> engine.commit(Changes.write(doc("a", "x")).upTo("c2")))
          .isInstanceOf(IndexException.class);
      disk.heal();
      requireGoesOn();
      assertThat(texts(before.search(words("fish"), ANYONE, 9)))
          .containsExactly("fish one", "fish two");
      assertThat(before.document(id("a"))).isPresent();
    }
  }
}
