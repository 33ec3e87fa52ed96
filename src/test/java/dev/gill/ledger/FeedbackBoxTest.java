package dev.gill.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackBoxTest {
  private static final Feedback SAID =
      new Feedback(
          "谁负责\n\"值班\"?",
          true,
          DocId.parse("wiki:a b.md"),
          Fingerprint.of("some text"),
          new Range(3, 9),
          Instant.parse("2026-11-20T09:00:03Z"));

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsReadAgainInOrder() throws IOException {
    FeedbackBox box = FeedbackBox.in(folder.resolve("new"), true);
    Feedback other =
        new Feedback("Why?", false, SAID.document(), SAID.chunk(), SAID.within(), SAID.at());
    box.keep(SAID);
    box.keep(other);
    assertThat(FeedbackBox.in(folder.resolve("new"), false).read()).containsExactly(SAID, other);
  }

  @Test
  void nothingIsKeptUnlessThatIsWanted() throws IOException {
    FeedbackBox box = FeedbackBox.in(folder, false);
    assertThatThrownBy(() -> box.keep(SAID)).isInstanceOf(IllegalStateException.class);
    assertThat(box.read()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLineThatIsNoFeedbackIsNamed() throws IOException {
    FeedbackBox box = FeedbackBox.in(folder, true);
    box.keep(SAID);
    Path file = folder.resolve("feedback.jsonl");
    Files.writeString(file, Files.readString(file) + "{\"question\": \"half");
    assertThatThrownBy(box::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2 is no feedback that Gill wrote; take the line out.");
  }
}
