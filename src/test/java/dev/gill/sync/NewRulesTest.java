package dev.gill.sync;

import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.lucene.LuceneEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other rules of parsing and chunking silence nothing: each document stands until it is replaced.
 */
@Tag("slow")
class NewRulesTest {
  @TempDir private Path folder;

  @Test
  void every_document_stands_while_all_are_read_anew() throws Exception {
    ScriptedSource wiki =
        new ScriptedSource("wiki")
            .tell(
                upsert("a.md", handbook(70)),
                upsert("b.md", handbook(70) + "b"),
                upsert("c.md", handbook(70) + "c"));
    try (Bench bench = new Bench(LuceneEngine.open(folder, Bench.SPACES))) {
      try (Breathing before = bench.follow("parser-1", wiki)) {
        before.breatheOnce();
      }
      bench.forgetCounts();
      List<List<String>> standing = new ArrayList<>();
      bench.engine().before(changes -> standing.add(bench.keys()));
      try (Breathing after = bench.follow("parser-2", wiki)) {
        after.breatheOnce();
      }
      assertThat(standing).hasSizeGreaterThan(1).containsOnly(List.of("a.md", "b.md", "c.md"));
      assertThat(bench.parser().parsed()).containsExactly("a.md", "b.md", "c.md");
      assertThat(bench.model().embedded()).as("the texts are the same").isEmpty();
      assertThat(bench.document("c.md").orElseThrow().head().recipe()).startsWith("parser-2");
    }
  }
}
