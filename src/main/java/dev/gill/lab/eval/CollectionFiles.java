package dev.gill.lab.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.model.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the files of BEIR's form. Beyond it a query may have {@code answers}, strings of which one
 * stands in whatever answers it, {@code selected_sentences}, which come in their place where there
 * are any, and {@code answerable}. Queries without text, which one set has, cannot be asked and are
 * left out.
 */
final class CollectionFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CollectionFiles() {}

  static Collection read(String name, Path corpus, Path queries, Path qrels) throws IOException {
    List<Collection.Item> documents = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (JsonNode line : objects(corpus)) {
      var item =
          new Collection.Item(id(line, corpus), line.path("title").asText(), text(line, corpus));
      documents.add(item);
      all.append(item.text()).append('\n');
    }
    List<Collection.Query> asked = new ArrayList<>();
    for (JsonNode line : objects(queries)) {
      if (!text(line, queries).isBlank()) {
        asked.add(query(line, queries));
      }
    }
    return new Collection(name, Language.of(all.toString()), documents, asked, judgements(qrels));
  }

  private static Collection.Query query(JsonNode line, Path file) throws EvalException {
    return new Collection.Query(
        id(line, file), text(line, file), answers(line), line.path("answerable").asBoolean(true));
  }

  private static List<JsonNode> objects(Path file) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : SetFolder.lines(file)) {
      try {
        if (!line.isBlank()) {
          objects.add(JSON.readTree(line));
        }
      } catch (JsonProcessingException e) {
        throw new EvalException(
            "%s: each line is an object in JSON, not '%s'.".formatted(file, begin(line)), e);
      }
    }
    return objects;
  }

  private static String id(JsonNode line, Path file) throws EvalException {
    return field(line, "_id", file);
  }

  private static String text(JsonNode line, Path file) throws EvalException {
    return field(line, "text", file);
  }

  private static String field(JsonNode line, String field, Path file) throws EvalException {
    if (!line.hasNonNull(field)) {
      throw new EvalException(
          "%s: each line has _id and text, not '%s'.".formatted(file, begin(line.toString())));
    }
    return line.get(field).asText();
  }

  private static List<String> answers(JsonNode line) {
    List<String> answers = new ArrayList<>();
    for (JsonNode annotator : line.path("selected_sentences")) {
      annotator.forEach(sentence -> answers.add(sentence.asText()));
    }
    if (answers.isEmpty()) {
      line.path("answers").forEach(answer -> answers.add(answer.asText()));
    }
    return answers.stream().filter(answer -> !answer.isBlank()).distinct().toList();
  }

  private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
    Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
    for (String line : SetFolder.lines(file).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      try {
        int grade = Integer.parseInt(cells[2].strip());
        if (grade > 0) {
          judgements.computeIfAbsent(cells[0], query -> new LinkedHashMap<>()).put(cells[1], grade);
        }
      } catch (RuntimeException e) {
        throw new EvalException(
            "%s: after a header each line is query, document and grade, parted by tabs, not '%s'."
                .formatted(file, begin(line)),
            e);
      }
    }
    return judgements;
  }

  private static String begin(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
