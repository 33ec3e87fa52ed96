package dev.gill.lab.questions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads questions with their answers. A table has lines of {@code question, document, answer},
 * parted by tabs, after a header; without document and answer, nothing answers the question. A
 * {@code .jsonl} file has an object a line with {@code id, question, answerable, files, answers,
 * passage, kind}.
 */
public final class QuestionFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QuestionFile() {}

  /**
   * Reads either form.
   *
   * @throws IOException with one sentence that says what to do
   */
  public static List<Asked> read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("There are no readable questions at %s.".formatted(file));
    }
    boolean json = file.getFileName().toString().endsWith(".jsonl");
    List<String> lines = Files.readAllLines(file);
    List<Asked> questions = new ArrayList<>();
    for (int i = json ? 0 : 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank()) {
        questions.add(json ? object(file, i + 1, line) : row(file, i + 1, line));
      }
    }
    return questions;
  }

  private static Asked row(Path file, int number, String line) throws IOException {
    String[] cells = line.split("\t", -1);
    if (cells.length != 3) {
      throw new IOException(
          "%s: a line has three cells parted by tabs, not '%s'.".formatted(file, line));
    }
    boolean answerable = !cells[1].isEmpty();
    return new Asked(
        Integer.toString(number),
        cells[0],
        answerable ? Set.of(cells[1]) : Set.of(),
        List.of(cells[2]),
        "",
        "");
  }

  private static Asked object(Path file, int number, String line) throws IOException {
    try {
      JsonNode row = JSON.readTree(line);
      boolean answerable = row.path("answerable").asBoolean(true);
      String question = row.path("question").asText();
      Set<String> files = answerable ? Set.copyOf(texts(row.path("files"))) : Set.of();
      if (question.isBlank() || (answerable && files.isEmpty())) {
        throw new IOException(
            "%s, line %d: give 'question' and, unless 'answerable' is false, 'files'."
                .formatted(file, number));
      }
      return new Asked(
          row.path("id").asText(Integer.toString(number)),
          question,
          files,
          texts(row.path("answers")),
          answerable ? row.path("passage").asText("") : "",
          row.path("kind").asText(""));
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s, line %d is no JSON object: %s."
              .formatted(file, number, e.getOriginalMessage().strip()),
          e);
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
