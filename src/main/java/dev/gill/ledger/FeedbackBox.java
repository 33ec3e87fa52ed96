package dev.gill.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps feedback in a file, an object of JSON a line, if that is wanted. Safe for use by several
 * threads.
 */
public final class FeedbackBox {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final boolean open;

  private FeedbackBox(Path file, boolean open) {
    this.file = file;
    this.open = open;
  }

  /**
   * Feedback in a folder.
   *
   * @param open whether more is kept
   */
  public static FeedbackBox in(Path folder, boolean open) {
    return new FeedbackBox(folder.resolve("feedback.jsonl"), open);
  }

  /** Whether feedback is kept. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Keeps one more.
   *
   * @throws IllegalStateException if none is kept
   */
  public synchronized void keep(Feedback feedback) throws IOException {
    if (!open) {
      throw new IllegalStateException("no feedback is kept");
    }
    ObjectNode line =
        JSON.createObjectNode()
            .put("question", feedback.question())
            .put("helpful", feedback.helpful())
            .put("document", feedback.document().toString())
            .put("chunk", feedback.chunk().hex())
            .put("start", feedback.within().start())
            .put("end", feedback.within().end())
            .put("at", feedback.at().toString());
    Files.createDirectories(file.getParent());
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * All that was kept, oldest first; none if there is no file.
   *
   * @throws IOException with one sentence that says what to do
   */
  public synchronized List<Feedback> read() throws IOException {
    List<Feedback> kept = new ArrayList<>();
    if (!Files.exists(file)) {
      return kept;
    }
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        kept.add(feedback(lines.get(i), i + 1));
      }
    }
    return kept;
  }

  private Feedback feedback(String line, int number) throws IOException {
    try {
      JsonNode row = JSON.readTree(line);
      return new Feedback(
          row.path("question").asText(),
          row.path("helpful").asBoolean(),
          DocId.parse(row.path("document").asText()),
          new Fingerprint(row.path("chunk").asText()),
          new Range(row.path("start").asInt(), row.path("end").asInt()),
          Instant.parse(row.path("at").asText()));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "%s, line %d is no feedback that Gill wrote; take the line out.".formatted(file, number),
          e);
    }
  }
}
