package dev.gill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HashEmbedderTest extends EmbedderContract {
  private final HashEmbedder embedder = new HashEmbedder(256);

  @Override
  protected Embedder embedder() {
    return embedder;
  }

  @Override
  protected Embedder another() {
    return new HashEmbedder(256);
  }

  @Test
  void wordsAndHanCharactersAreTokens() {
    assertThat(embedder.tokens("Restore the 数据库, now!")).isEqualTo(6);
  }

  @Test
  void commonWordsBringTextsNear() {
    List<float[]> vectors =
        embedder.embed(
            List.of("restore the backup", "Restore a BACKUP", "holiday plans"), Role.PASSAGE);
    assertThat(Vectors.dot(vectors.get(0), vectors.get(1)))
        .isGreaterThan(Vectors.dot(vectors.get(0), vectors.get(2)));
  }
}
