package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.embed.Embedder;
import dev.gill.embed.EmbedderContract;
import dev.gill.embed.Role;
import dev.gill.embed.Vectors;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the models that come with Gill owe beyond what every embedder does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealModelContract extends EmbedderContract {
  private final String name;
  private Embedder embedder;

  RealModelContract(String name) {
    this.name = name;
  }

  @BeforeAll
  void open() {
    embedder = RealModel.open(name);
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  @Override
  protected Embedder embedder() {
    return embedder;
  }

  @Override
  protected Embedder another() {
    return RealModel.open(name);
  }

  /** A question, the passage that answers it, and passages that do not. */
  abstract List<List<String>> examples();

  @Test
  void thePassageThatAnswersIsNearestToItsQuestion() throws InterruptedException {
    for (List<String> example : examples()) {
      float[] question = embedder.embed(example.subList(0, 1), Role.QUESTION).getFirst();
      List<float[]> passages = embedder.embed(example.subList(1, example.size()), Role.PASSAGE);
      double answer = Vectors.dot(question, passages.getFirst());
      for (float[] other : passages.subList(1, passages.size())) {
        assertThat(answer).as(example.getFirst()).isGreaterThan(Vectors.dot(question, other));
      }
    }
  }

  @Test
  void aQuestionIsEmbeddedWithThePrefixOfTheModel() throws InterruptedException {
    String prefix = ModelDescription.read(RealModel.description(name)).questionPrefix();
    List<String> text = List.of("backup");
    float[] question = embedder.embed(text, Role.QUESTION).getFirst();
    assertThat(prefix).isNotBlank();
    assertThat(question)
        .isNotEqualTo(embedder.embed(text, Role.PASSAGE).getFirst())
        .isEqualTo(embedder.embed(List.of(prefix + "backup"), Role.PASSAGE).getFirst());
  }

  @Test
  void aQuestionDoesNotWaitForManyPassages() throws Exception {
    List<String> passages = Collections.nCopies(500, "Restore the database. ".repeat(50));
    CompletableFuture<Exception> ended = new CompletableFuture<>();
    Thread many = new Thread(() -> ended.complete(failureOf(passages)));
    many.start();
    await().until(() -> many.getState() == Thread.State.WAITING);

    embedder.embed(List.of("How do I restore the database?"), Role.QUESTION);

    assertThat(ended).as("the passages").isNotDone();
    many.interrupt();
    assertThat(ended.get()).isInstanceOf(InterruptedException.class);
  }

  private Exception failureOf(List<String> passages) {
    try {
      embedder.embed(passages, Role.PASSAGE);
      return null;
    } catch (InterruptedException e) {
      return e;
    }
  }
}
