package dev.gill.source.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes while a first pass goes on does not wait for its end. */
class SweepOvertakingTest {
  private static final SourceId SOURCE = new SourceId("shelf");
  private static final Scope SCOPE = Scope.whole(SOURCE);
  private static final Scope BOARD = new Scope(SOURCE, "board");

  @TempDir Path folder;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final Set<String> closed = new TreeSet<>();
  private final Set<String> forNobody = new TreeSet<>();
  private boolean lookDue;
  private int read;
  private int most = Integer.MAX_VALUE;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private Sweep sweep;
  private Batch last;

  private final Swept system =
      new Swept() {
        @Override
        public Listing list() {
          SortedMap<String, Listed> listed = new TreeMap<>();
          texts.forEach(
              (key, text) -> listed.put(key, new Listed(key, scope(key), text, text.length())));
          return new Listing(
              listed, closed.isEmpty() ? Set.of(SCOPE) : Set.of(SCOPE, BOARD), Set.of(), forNobody);
        }

        @Override
        public boolean changed() {
          return lookDue;
        }

        @Override
        public boolean enough() {
          return read++ >= most;
        }

        private Scope scope(String key) {
          return closed.contains(key) ? BOARD : SCOPE;
        }

        @Override
        public Seen read(Listed document) {
          String text = texts.get(document.key());
          return text == null
              ? new Seen.Gone()
              : new Seen.Whole(
                  new Change.Upserted(
                      new DocId(SOURCE, document.key()),
                      text,
                      new Origin("", "", "", Instant.EPOCH),
                      scope(document.key()),
                      new Content.File(
                          "text/plain", "a.txt", text.getBytes(StandardCharsets.UTF_8))));
        }
      };

  @BeforeEach
  void fill() throws Exception {
    for (int i = 0; i < 200; i++) {
      texts.put("page %03d".formatted(i), "text " + i);
    }
    sweep = new Sweep(SOURCE, "", folder, () -> now);
    last = sweep.next(Optional.empty(), system);
  }

  @AfterEach
  void close() {
    sweep.close();
  }

  private List<String> next() throws Exception {
    last = sweep.next(Optional.of(last.next()), system);
    List<String> changes = new ArrayList<>();
    for (Change change : last.changes()) {
      changes.add(
          switch (change) {
            case Change.Upserted up -> up.doc().key() + "=" + up.revision();
            case Change.Deleted(DocId doc) -> doc.key() + " is gone";
            case Change.Remaining remaining -> remaining.living().size() + " remain";
            case Change.Unreadable unreadable -> unreadable.doc().key() + " is broken";
          });
    }
    return changes;
  }

  @Test
  void freshChangesAloneMakeTheNextPageAndNothingIsLost() throws Exception {
    texts.put("page 150", "edited");
    texts.put("aa", "new");
    texts.remove("page 003");
    texts.remove("page 160");
    assertThat(sweep.pressing(system)).as("looked only a moment ago").isFalse();
    now = now.plus(Duration.ofSeconds(3));

    assertThat(sweep.pressing(system)).isTrue();
    assertThat(next()).containsExactly("aa=new", "page 150=edited", "page 003 is gone");
    assertThat(last.more()).isTrue();
    assertThat(sweep.pressing(system)).isFalse();

    Set<String> rest = new TreeSet<>();
    while (last.more()) {
      rest.addAll(next());
    }
    assertThat(rest).hasSize(135).contains("page 199=text 199", "199 remain");
    assertThat(rest).doesNotContain("page 150=text 150", "page 150=edited", "page 160=text 160");
  }

  @Test
  void whatIsTakenBackBeforeItWasReadIsNotReported() throws Exception {
    texts.put("aa", "new");
    now = now.plus(Duration.ofSeconds(3));
    assertThat(sweep.pressing(system)).isTrue();
    texts.remove("aa");
    now = now.plus(Duration.ofSeconds(3));

    assertThat(sweep.pressing(system)).isFalse();
    assertThat(next()).hasSize(64).noneMatch(change -> change.startsWith("aa"));
  }

  @Test
  void aChangeBesideTheLastPageOvertakesItWithoutTheWordOnWhatRemains() throws Exception {
    while (last.more()) {
      next();
    }
    texts.put("page 000", "edited");
    now = now.plus(Duration.ofSeconds(3));

    assertThat(sweep.pressing(system)).isTrue();
    assertThat(next()).containsExactly("page 000=edited");
    assertThat(last.more()).isTrue();
    assertThat(next()).isEmpty();
    assertThat(last.more()).isFalse();
  }

  @Test
  void whatLosesReadersIsTakenBackWhileWhatWasChangedBeforeIsStillRead() throws Exception {
    while (last.more()) {
      next();
    }
    texts.replaceAll((key, text) -> "edited");
    most = 2;
    read = 0;
    assertThat(next()).containsExactly("page 000=edited", "page 001=edited", "page 002=edited");
    now = now.plus(Duration.ofSeconds(3));
    texts.replaceAll((key, text) -> key.compareTo("page 190") < 0 ? text : "edited again");
    assertThat(sweep.pressing(system)).isTrue();

    closed.add("page 199");
    lookDue = true;
    read = 0;
    assertThat(next())
        .contains("page 190=edited again", "page 199 is gone")
        .doesNotContain("page 199=edited again");
  }

  @Test
  void whatIsMissingDoesNotWaitForTheEndOfALongPass() throws Exception {
    while (last.more()) {
      next();
    }
    texts.replaceAll((key, text) -> "edited");
    texts.remove("page 198");
    texts.remove("page 199");
    forNobody.add("page 199");
    most = 2;
    read = 0;
    assertThat(next()).contains("page 199 is gone").doesNotContain("page 198 is gone");
    now = now.plus(Duration.ofSeconds(3));
    read = 0;
    assertThat(next()).contains("page 198 is gone", "page 003=edited");
    assertThat(last.more()).isTrue();
  }
}
