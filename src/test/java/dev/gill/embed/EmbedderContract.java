package dev.gill.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every embedder owes those who call it. */
public abstract class EmbedderContract {
  private static final List<String> TEXTS =
      List.of(
          "Restore the database from last night's backup.",
          "昨晚的备份可以用来恢复数据库。",
          "The quick brown fox jumps over the lazy dog. ".repeat(20),
          "Mixed 中文 and English, with 数字 42 and an emoji 🐟.",
          "```sh\npg_restore --clean --dbname=orders /backup/orders.dump\n```");

  /** The one to be tested; it stays open. */
  protected abstract Embedder embedder();

  /** Another one of the same, to be closed. */
  protected abstract Embedder another();

  @Test
  void vectorsHaveUnitLengthAndTheDimensionOfTheSpace() throws InterruptedException {
    for (Role role : Role.values()) {
      for (float[] vector : embedder().embed(TEXTS, role)) {
        assertThat(vector).hasSize(embedder().space().dimension());
        assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void aTextHasTheSameVectorAloneAndInCompanyInAnyOrder() throws InterruptedException {
    List<float[]> together = embedder().embed(TEXTS, Role.PASSAGE);
    List<float[]> backwards = embedder().embed(TEXTS.reversed(), Role.PASSAGE);
    for (int i = 0; i < TEXTS.size(); i++) {
      assertThat(embedder().embed(List.of(TEXTS.get(i)), Role.PASSAGE).getFirst())
          .isEqualTo(together.get(i))
          .isEqualTo(backwards.get(TEXTS.size() - 1 - i));
    }
  }

  @Test
  void fourThreadsAtOnceGetTheVectorsThatOneGets() throws Exception {
    List<float[]> passages = embedder().embed(TEXTS, Role.PASSAGE);
    List<float[]> questions = embedder().embed(TEXTS, Role.QUESTION);
    List<Callable<Void>> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Role role = Role.values()[i % 2];
      callers.add(
          () -> {
            List<float[]> alone = role == Role.PASSAGE ? passages : questions;
            assertThat(embedder().embed(TEXTS, role))
                .usingElementComparator(Vectors.BY_BITS)
                .isEqualTo(alone);
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> each : threads.invokeAll(callers)) {
        each.get();
      }
    }
  }

  @Test
  void twoEmbeddersOfTheSameModelAgree() throws InterruptedException {
    try (Embedder other = another()) {
      assertThat(other.space()).isEqualTo(embedder().space());
      assertThat(other.embed(TEXTS, Role.PASSAGE))
          .usingElementComparator(Vectors.BY_BITS)
          .isEqualTo(embedder().embed(TEXTS, Role.PASSAGE));
    }
  }

  @Test
  void whatIsLongerThanTheCapacityIsCutOff() throws InterruptedException {
    String full = "fish ".repeat(embedder().capacity());
    assertThat(embedder().tokens(full)).isEqualTo(embedder().capacity());
    List<float[]> vectors = embedder().embed(List.of(full, full + "and chips"), Role.PASSAGE);
    assertThat(vectors.get(1)).isEqualTo(vectors.get(0));
    String shorter = "fish ".repeat(embedder().capacity() - 2) + "and chips";
    assertThat(embedder().embed(List.of(shorter), Role.PASSAGE).getFirst())
        .isNotEqualTo(vectors.get(0));
  }

  @Test
  void emptyEndlessAndMalformedTextsHaveVectorsToo() throws InterruptedException {
    List<String> odd =
        List.of("", " \n", "word ".repeat(20_000), "字".repeat(100_000), "\0", "\ud83d", "a\udc1fb");
    for (float[] vector : embedder().embed(odd, Role.PASSAGE)) {
      assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
    }
    assertThat(embedder().tokens("")).isZero();
    assertThat(embedder().tokens("字".repeat(100_000))).isEqualTo(100_000);
  }

  @Test
  void noTextsHaveNoVectors() throws InterruptedException {
    assertThat(embedder().embed(List.of(), Role.PASSAGE)).isEmpty();
  }

  @Test
  void aClosedOneSaysSo() {
    Embedder closed = another();
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.embed(TEXTS, Role.PASSAGE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> closed.tokens("text"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
