package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Embedders;
import dev.gill.embed.HashEmbedder;
import dev.gill.index.DocHead;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeastPossibleTest {
  private static final String LONG = "word ".repeat(100).strip();

  private final HashEmbedder model = new HashEmbedder("hash", 8);
  private final LeastPossible least =
      new LeastPossible(new Embedders(Map.of(Language.ENGLISH, model, Language.CHINESE, model)));

  /** A document whose chunks are these, a line between each two. */
  private static StoredDocument document(String... chunks) {
    StringBuilder text = new StringBuilder();
    List<Chunk> cut = new ArrayList<>();
    String heading = "";
    for (String chunk : chunks) {
      text.append(text.isEmpty() ? "" : "\n\n");
      heading = chunk.startsWith("#") ? chunk.lines().findFirst().orElseThrow() : heading;
      cut.add(Chunk.of(text.length(), chunk, List.of(heading), List.of()));
      text.append(chunk);
    }
    DocHead head =
        new DocHead(
            new DocId(new SourceId("s"), "a.md"),
            "1",
            new Origin("", "", "", Instant.EPOCH),
            Scope.whole(new SourceId("s")),
            "");
    return new StoredDocument(head, text.toString(), cut);
  }

  private int take(String... chunks) {
    return least.take(List.of(document(chunks)));
  }

  @Test
  void a_new_document_costs_its_sections_and_an_unchanged_one_nothing() {
    assertThat(take("# A\n\nOne.", "# B\n\nTwo.")).isEqualTo(2);
    assertThat(take("# A\n\nOne.", "# B\n\nTwo.")).isZero();
    assertThat(take("# A\n\nOne.", "# B\n\nTwo, edited.")).isEqualTo(1);
    assertThat(take("# B\n\nTwo.")).as("an older state again").isZero();
  }

  @Test
  void a_cutting_that_moved_its_boundaries_is_held_to_one_that_did_not() {
    String a = "# A\n\n" + LONG;
    String b = "First. " + LONG;
    String c = "Second. " + LONG;
    take(a + "\n\n" + b, c);
    assertThat(take(a, "New. ".repeat(40) + "\n\n" + b, c))
        .as("the line that is new, with either neighbour or alone, and what it parts")
        .isEqualTo(2);
    assertThat(take(a + "\n\n" + b, c, "Last.")).as("one line more at the end").isEqualTo(1);
  }

  @Test
  void two_short_pieces_that_are_new_can_be_one() {
    assertThat(take("# A\n\nOne.", "Two.", "Three.")).isEqualTo(1);
  }

  @Test
  void a_piece_is_known_by_what_is_embedded_of_it() {
    String link = "See the manual (https://example.org/manual/1) first. " + LONG;
    take("# A\n\n" + link, "More. " + LONG);
    assertThat(take("# A\n\n" + link.replace("manual/1", "manual/2"), "More. " + LONG))
        .as("where a link leads is not embedded")
        .isZero();
  }
}
