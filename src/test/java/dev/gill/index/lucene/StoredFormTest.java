package dev.gill.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.DocHead;
import dev.gill.model.Anchor;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Place;
import dev.gill.model.Scopes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class StoredFormTest {
  @Test
  void everyKindOfPlaceComesBack() throws IOException {
    Instant then = Instant.parse("2026-03-02T09:00:00.5Z");
    List<Anchor> anchors =
        List.of(
            new Anchor(0, new Place.Line(12)),
            new Anchor(3, new Place.Line(13)),
            new Anchor(4, new Place.Page(2)),
            new Anchor(5, new Place.Slide(40)),
            new Anchor(6, new Place.Row(3, "值班", 1)),
            new Anchor(7, new Place.Section("on call")),
            new Anchor(8, new Place.Message("https://chat/7", "Bo", then)),
            new Anchor(9, new Place.Line(1)));
    Chunk chunk = Chunk.of(3, "Call the bridge.", List.of("Outages"), anchors);
    assertThat(StoredForm.chunk(StoredForm.of(chunk))).isEqualTo(chunk);
  }

  @Test
  void anIndexOfBeforeItWasKeptWhatIsLeftOutIsReadOn() throws IOException {
    DocId id = DocId.parse("wiki:a.md");
    Origin origin = new Origin("", "A", "", Instant.EPOCH);
    DocHead head = new DocHead(id, "r1", origin, Scopes.of(id, new Audience.Everyone()), "parse-3");
    BytesRef now = StoredForm.of(head);
    BytesRef before = new BytesRef(now.bytes, now.offset, now.length - 1);
    assertThat(StoredForm.head(before)).isEqualTo(head);
    assertThat(StoredForm.head(now)).isEqualTo(head);
  }
}
