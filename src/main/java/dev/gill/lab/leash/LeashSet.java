package dev.gill.lab.leash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Passages, and what people wrote of some of them.
 *
 * @param name of the folder
 * @param written answers that somebody wrote from one passage, by the passage's id
 */
public record LeashSet(String name, Map<String, Text> passages, Map<String, List<String>> written) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Answers of fewer UTF-16 units are no sentences. */
  private static final int SENTENCE = 40;

  /** A passage. */
  public record Text(String title, String text) {}

  /**
   * A folder with corpus.jsonl and, where answers are sentences, queries.jsonl and qrels.tsv; each
   * may be gzipped.
   */
  public static LeashSet read(Path folder) throws IOException {
    Map<String, Text> passages = new LinkedHashMap<>();
    for (String line : lines(folder, "corpus.jsonl")) {
      JsonNode read = JSON.readTree(line);
      passages.put(
          read.path("_id").asText(),
          new Text(read.path("title").asText(), read.path("text").asText()));
    }
    return new LeashSet(
        folder.toAbsolutePath().normalize().getFileName().toString(), passages, written(folder));
  }

  private static Map<String, List<String>> written(Path folder) throws IOException {
    Map<String, String> passageOf = new HashMap<>();
    for (String line : lines(folder, "qrels.tsv")) {
      String[] cells = line.split("\t");
      passageOf.put(cells[0], cells[1]);
    }
    Map<String, List<String>> written = new LinkedHashMap<>();
    for (String line : lines(folder, "queries.jsonl")) {
      JsonNode query = JSON.readTree(line);
      String passage = passageOf.get(query.path("_id").asText());
      if (passage != null && query.has("selected_sentences")) {
        for (JsonNode answer : query.path("answers")) {
          if (answer.asText().length() >= SENTENCE) {
            written.computeIfAbsent(passage, id -> new ArrayList<>()).add(answer.asText());
          }
        }
      }
    }
    return written;
  }

  private static List<String> lines(Path folder, String name) throws IOException {
    Path file =
        Stream.of(name, name + ".gz")
            .map(folder::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> new IOException("%s has no file %s.".formatted(folder, name)));
    var bytes = Files.newInputStream(file);
    try (bytes;
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    name.equals(file.getFileName().toString()) ? bytes : new GZIPInputStream(bytes),
                    StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
