package dev.gill.lab.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Figures that others published: a file of MTEB results, {@code rows} of {@code task}, {@code
 * split}, {@code subset} and, by model, the figures in percent.
 */
public final class Published {
  /**
   * What was published for a set, from 0 to 1.
   *
   * @param lexical nDCG@10 of BM25
   * @param dense nDCG@10, or Spearman's correlation, of the model
   */
  record Figures(OptionalDouble lexical, OptionalDouble dense) {
    static final Figures NONE = new Figures(OptionalDouble.empty(), OptionalDouble.empty());
  }

  private record Task(String task, String split, String subset) {}

  private static final Map<String, Task> TASKS =
      Map.of(
          "scifact", new Task("SciFact", "test", "default"),
          "nfcorpus", new Task("NFCorpus", "test", "default"),
          "xquad-en", new Task("XQuADRetrieval", "validation", "en"),
          "xquad-zh", new Task("XQuADRetrieval", "validation", "zh"),
          "stsb-en-test", new Task("STSBenchmark", "test", "default"),
          "stsb-zh-test", new Task("STSB", "test", "zh"),
          "lcqmc-test", new Task("LCQMC", "test", "zh"),
          "afqmc-dev", new Task("AFQMC", "validation", "zh"),
          "pawsx-zh-test", new Task("PAWSX", "test", "zh"));

  private final JsonNode rows;

  private Published(JsonNode rows) {
    this.rows = rows;
  }

  /** Reads a file; without one, nothing was published. */
  public static Published read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    if (!Files.isRegularFile(file)) {
      return new Published(json.createArrayNode());
    }
    try {
      return new Published(json.readTree(file.toFile()).path("rows"));
    } catch (IOException e) {
      throw new EvalException("%s holds no published figures in JSON.".formatted(file), e);
    }
  }

  /**
   * What was published for a set.
   *
   * @param set its name; what stands before a slash does not matter
   * @param model of our vectors; a build of a model is compared with the model
   */
  Figures of(String set, String model) {
    Task task = TASKS.get(set.substring(set.lastIndexOf('/') + 1));
    if (task == null) {
      return Figures.NONE;
    }
    OptionalDouble lexical = OptionalDouble.empty();
    OptionalDouble dense = OptionalDouble.empty();
    for (JsonNode row : rows) {
      if (task.equals(
          new Task(
              row.path("task").asText(),
              row.path("split").asText(),
              row.path("subset").asText()))) {
        lexical = first(lexical, figure(row.path("bm25s")));
        for (Map.Entry<String, JsonNode> column : row.properties()) {
          if (column.getValue().isObject() && model.startsWith(column.getKey())) {
            dense = first(dense, figure(column.getValue()));
          }
        }
      }
    }
    return new Figures(lexical, dense);
  }

  private static OptionalDouble first(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() ? a : b;
  }

  private static OptionalDouble figure(JsonNode figures) {
    for (String name : new String[] {"ndcg_at_10", "cos_spearman", "main"}) {
      if (figures.hasNonNull(name)) {
        return OptionalDouble.of(figures.get(name).asDouble() / 100);
      }
    }
    return OptionalDouble.empty();
  }
}
