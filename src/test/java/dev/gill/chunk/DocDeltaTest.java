package dev.gill.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocDeltaTest {
  private static Chunk chunk(int start, String text) {
    return Chunk.of(start, text, List.of(), List.of());
  }

  @Test
  void onlyTextsWithoutAVectorAreEmbedded() {
    Chunk known = chunk(0, "known");
    Chunk unknown = chunk(7, "unknown");
    DocDelta delta = DocDelta.between(Set.of(known.fingerprint()), List.of(known, unknown));
    assertThat(delta.fresh()).containsExactly(unknown);
    assertThat(delta.reused()).isEqualTo(1);
  }

  @Test
  void aTextThatMovedNeedsNoVector() {
    Set<Fingerprint> stored = Set.of(chunk(0, "moved").fingerprint());
    assertThat(DocDelta.between(stored, List.of(chunk(900, "moved"))).fresh()).isEmpty();
  }

  @Test
  void aTextThatOccursTwiceIsEmbeddedOnce() {
    List<Chunk> twice = List.of(chunk(0, "twice"), chunk(7, "twice"));
    DocDelta delta = DocDelta.between(Set.of(), twice);
    assertThat(delta.fresh()).containsExactly(twice.getFirst());
    assertThat(delta.reused()).isEqualTo(1);
  }
}
