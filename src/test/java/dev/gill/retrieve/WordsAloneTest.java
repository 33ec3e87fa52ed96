package dev.gill.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Embedders;
import dev.gill.embed.HashEmbedder;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An index whose model is gone is searched by words, and its passages are weighed all the same. */
class WordsAloneTest {
  private final Shelf shelf = new Shelf();
  private final Embedders others =
      new Embedders(
          Map.of(
              Language.ENGLISH, new HashEmbedder("other-en", 64),
              Language.CHINESE, new HashEmbedder("other-zh", 64)));

  @AfterEach
  void close() {
    shelf.close();
    others.close();
  }

  private Evidence asked(String question) throws InterruptedException {
    return new Retriever(shelf.engine(), others, Aids.none(), space -> false)
        .retrieve(new Question(question, Reader.anyone()), 5);
  }

  @Test
  void wordsFindWhatTheVectorsCannot() throws InterruptedException {
    shelf.put("wiki:restore.md", "# Restore\n\nThe database is restored from the nightly backup.");
    shelf.put("wiki:lunch.md", "# Lunch\n\nLunch is at noon in the canteen.");
    shelf.put("wiki:leave.md", "# 请假\n\n请假需要提前五个工作日申请。");
    try (Evidence evidence = asked("How is the database restored?")) {
      assertThat(evidence.passages().getFirst().passage().doc()).hasToString("wiki:restore.md");
      assertThat(evidence.passages().getFirst().lexical()).isPresent();
      assertThat(evidence.topCosine()).isPositive();
    }
    try (Evidence evidence = asked("请假需要提前多久？")) {
      assertThat(evidence.passages().getFirst().passage().doc()).hasToString("wiki:leave.md");
    }
  }

  @Test
  void onlyTheFirstPassagesAreMeasured() throws InterruptedException {
    for (int i = 0; i < 12; i++) {
      shelf.put("wiki:%d.md".formatted(i), "# Page %d\n\nThe backup of room %d.".formatted(i, i));
    }
    try (Evidence evidence =
        new Retriever(shelf.engine(), others, Aids.none(), space -> false)
            .retrieve(new Question("backup", Reader.anyone()), 12)) {
      assertThat(evidence.passages().stream().map(Scored::cosine).filter(c -> c.isPresent()))
          .hasSizeLessThanOrEqualTo(8)
          .isNotEmpty();
    }
  }

  @Test
  void whatNoWordFindsIsNotFound() throws InterruptedException {
    shelf.put("wiki:lunch.md", "# Lunch\n\nLunch is at noon in the canteen.");
    try (Evidence evidence = asked("Kubernetes?")) {
      assertThat(evidence.passages()).isEmpty();
      assertThat(evidence.topCosine()).isZero();
    }
  }
}
