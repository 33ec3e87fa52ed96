package dev.gill.index.lucene;

import static dev.gill.index.Samples.SPACES;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.index.Changes;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Samples;
import dev.gill.index.Snapshot;
import dev.gill.model.Check;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyEngineTest {
  @TempDir private Path folder;

  @Test
  void itSeesWhatAnotherGillCommitted() {
    try (IndexEngine writing = LuceneEngine.open(folder, SPACES)) {
      writing.commit(Changes.write(doc("a", "salmon")).upTo("c1"));
      try (IndexEngine reading = new LuceneEngines().reading(folder);
          Snapshot before = reading.snapshot()) {
        for (int i = 2; i < 40; i++) {
          writing.commit(Changes.write(doc("a", "trout " + i)).upTo("c" + i));
        }
        assertThat(before.document(id("a")).orElseThrow().text()).isEqualTo("salmon");
        try (Snapshot after = reading.snapshot()) {
          assertThat(after.document(id("a")).orElseThrow().text()).isEqualTo("trout 39");
          assertThat(after.ledger(WIKI).checkpoint().orElseThrow().cursor().value())
              .isEqualTo("c39");
          assertThat(Samples.texts(after.search(Samples.words("trout"), Samples.ANYONE, 9)))
              .containsExactly("trout 39");
        }
        assertThat(reading.check()).isEqualTo(new Check.Ok());
      }
    }
  }

  @Test
  void itTakesNoChanges() {
    LuceneEngine.open(folder, SPACES).close();
    try (IndexEngine reading = new LuceneEngines().reading(folder)) {
      assertThatThrownBy(() -> reading.commit(Changes.of(WIKI).upTo("c")))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("reading only");
    }
  }

  @Test
  void aFolderWithoutIndexSaysSo() {
    for (Path nowhere : new Path[] {folder, folder.resolve("none")}) {
      assertThatThrownBy(() -> new LuceneEngines().reading(nowhere))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("there is no index in %s yet".formatted(nowhere));
    }
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void itSaysWhenItIsClosed() {
    LuceneEngine.open(folder, SPACES).close();
    IndexEngine reading = new LuceneEngines().reading(folder);
    reading.close();
    reading.close();
    assertThat(reading.check()).isInstanceOf(Check.Down.class);
    assertThatThrownBy(reading::snapshot).isInstanceOf(IndexException.class);
  }
}
