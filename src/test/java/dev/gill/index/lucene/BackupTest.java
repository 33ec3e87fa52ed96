package dev.gill.index.lucene;

import static dev.gill.index.Samples.SPACES;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.index.Changes;
import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BackupTest {
  private final Engines engines = new LuceneEngines();

  @TempDir private Path temporary;
  private Path index;
  private Path backup;

  @BeforeEach
  void choosePlaces() {
    index = temporary.resolve("index");
    backup = temporary.resolve("backup");
  }

  private static int last(IndexEngine engine) {
    try (engine) {
      return CommitLoop.last(engine);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatIsBackedUpWhileGillWritesIsAlwaysOneCommit() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<Integer> seen = new ArrayList<>();
    try (IndexEngine writing = engines.open(index, SPACES)) {
      writing.commit(CommitLoop.changeset(1));
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int number = 2; !done.get(); number++) {
                      writing.commit(CommitLoop.changeset(number));
                    }
                  });
      for (int i = 0; i < 15; i++) {
        engines.backUp(index, backup);
        Path restored = temporary.resolve("restored" + i);
        engines.restore(backup, restored);
        seen.add(last(engines.open(restored, SPACES)));
      }
      done.set(true);
      writer.join();
    }
    assertThat(seen).isSorted().last().isNotEqualTo(seen.getFirst());
  }

  @Test
  void onlyWhatChangedTakesRoomAndWhatIsGoneGoes() throws IOException {
    try (IndexEngine writing = engines.open(index, SPACES)) {
      writing.commit(Changes.write(doc("a", "salmon", "trout"), doc("b", "pike")).upTo("1"));
      assertThat(engines.backUp(index, backup)).isPositive();
      List<Path> before = files(backup);
      assertThat(engines.backUp(index, backup)).isZero();
      assertThat(files(backup)).isEqualTo(before);
      writing.commit(Changes.write(doc("c", "perch")).upTo("2"));
      assertThat(engines.backUp(index, backup)).isPositive();
    }
    try (IndexEngine reading = engines.reading(backup);
        Snapshot snapshot = reading.snapshot()) {
      assertThat(snapshot.document(id("a")).orElseThrow().text()).contains("trout");
      assertThat(snapshot.document(id("c"))).isPresent();
    }
    assertThat(files(backup)).noneMatch(file -> file.toString().endsWith(".half"));
  }

  @Test
  void theBackupOfAnotherIndexIsReplaced() {
    try (IndexEngine one = engines.open(temporary.resolve("other"), SPACES)) {
      one.commit(Changes.write(doc("a", "salmon")).upTo("1"));
    }
    engines.backUp(temporary.resolve("other"), backup);
    try (IndexEngine writing = engines.open(index, SPACES)) {
      writing.commit(Changes.write(doc("a", "grilse")).upTo("1"));
    }
    engines.backUp(index, backup);
    try (IndexEngine reading = engines.reading(backup);
        Snapshot snapshot = reading.snapshot()) {
      assertThat(snapshot.document(id("a")).orElseThrow().text()).isEqualTo("grilse");
    }
  }

  @Test
  void aDamagedBackupIsNotRestored() throws IOException {
    try (IndexEngine writing = engines.open(index, SPACES)) {
      writing.commit(Changes.write(doc("a", "salmon")).upTo("1"));
    }
    engines.backUp(index, backup);
    Path largest =
        files(backup).stream()
            .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(largest);
    Files.write(largest, bytes);
    Path restored = temporary.resolve("restored");
    assertThatThrownBy(() -> engines.restore(backup, restored))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("damaged");
    assertThat(restored).doesNotExist();
  }

  @Test
  void nothingIsOverwrittenAndNothingIsMadeOfNothing() {
    try (IndexEngine writing = engines.open(index, SPACES)) {
      writing.commit(Changes.write(doc("a", "salmon")).upTo("1"));
      engines.backUp(index, backup);
      assertThatThrownBy(() -> engines.restore(backup, index))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("already");
    }
    Path nowhere = temporary.resolve("nowhere");
    assertThatThrownBy(() -> engines.restore(nowhere, temporary.resolve("new")))
        .isInstanceOf(IndexException.class);
    assertThatThrownBy(() -> engines.backUp(nowhere, temporary.resolve("new")))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("there is no index");
  }
}
