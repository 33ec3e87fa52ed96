package dev.gill.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Content;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import dev.gill.source.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document's own date comes before that of its file or revision. */
class OwnDatesTest {
  private static final String PLAIN = "# Page\n\nIts words.\n";
  private static final String DATED = "---\nupdated: 2025-09-02\n---\n\n" + PLAIN;

  @TempDir private Path folder;

  private static Change page(String text, Instant file, Dated dated) {
    DocId doc = Told.id("page.md");
    return new Change.Upserted(
        doc,
        "r1",
        new Origin("", "page.md", "", file, dated),
        Scope.whole(doc.source()),
        Content.file("page.md", text.getBytes(StandardCharsets.UTF_8)));
  }

  private Origin taken(Change page) throws Exception {
    try (Bench bench = new Bench(LuceneEngine.open(folder, Bench.SPACES));
        Breathing breathing = bench.follow(new ScriptedSource("wiki").tell(page))) {
      breathing.breatheOnce();
    }
    try (Bench reopened = new Bench(LuceneEngine.open(folder, Bench.SPACES))) {
      return reopened.document("page.md").orElseThrow().head().origin();
    }
  }

  @ParameterizedTest
  @CsvSource({"FILE", "REVISION"})
  void what_the_document_says_is_kept(Dated dated) throws Exception {
    Origin origin = taken(page(DATED, Instant.parse("2026-11-25T08:00:00Z"), dated));
    assertThat(origin.dated()).isEqualTo(Dated.DOCUMENT);
    assertThat(origin.modified()).asString().startsWith("2025-09-02");
  }

  @Test
  void a_day_that_has_not_come_yet_says_nothing_of_the_revision() throws Exception {
    Instant file = Instant.parse("2025-08-20T08:00:00Z");
    Origin origin = taken(page(DATED, file, Dated.FILE));
    assertThat(origin).isEqualTo(new Origin("", "Page", "", file, Dated.FILE));
  }

  @Test
  void the_day_on_which_it_was_saved_is_its_own_day() throws Exception {
    Instant file = Instant.parse("2025-09-02T07:00:00Z");
    assertThat(taken(page(DATED, file, Dated.FILE)).dated()).isEqualTo(Dated.DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource({"FILE", "REVISION", "MESSAGE"})
  void without_one_it_is_known_whose_date_it_is(Dated dated) throws Exception {
    Instant at = Instant.parse("2026-11-25T08:00:00Z");
    assertThat(taken(page(PLAIN, at, dated))).isEqualTo(new Origin("", "Page", "", at, dated));
  }
}
