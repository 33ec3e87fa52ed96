package dev.gill.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Position;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class StoredFormTest {
  private static final List<Anchor> ANCHORS =
      List.of(new Anchor(0, new Position(Position.Unit.LINE, 12)));

  @Test
  void aChunkThatWasWrittenBeforeChunksHadColumnsIsStillRead() throws IOException {
    Chunk chunk = Chunk.of(3, "Call the bridge.", List.of("Outages"), ANCHORS);
    BytesRef written = StoredForm.of(chunk);
    BytesRef older = new BytesRef(written.bytes, written.offset, written.length - 2);
    assertThat(StoredForm.chunk(older)).isEqualTo(chunk).isEqualTo(StoredForm.chunk(written));
  }
}
