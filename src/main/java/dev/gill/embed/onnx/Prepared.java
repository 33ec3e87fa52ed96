package dev.gill.embed.onnx;

import dev.gill.embed.onnx.prepare.RowGraph;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What came of preparing a model, kept beside it so that it is done once.
 *
 * @param graph the prepared graph; empty if the model is to run as it was published
 * @param form that it was written in; of one model and in one form, vectors are the same but for
 *     what two kinds of processor differ by
 * @param expected the published model's vector of {@link Fidelity#probe}; a processor on which the
 *     graph yields another one cannot run it
 * @param how in one sentence
 */
record Prepared(Optional<ModelFile> graph, String form, List<Float> expected, String how) {
  /** The form of a model that runs as it was published. */
  static final String PUBLISHED = "published";

  Prepared {
    expected = List.copyOf(expected);
  }

  private static final String OF = "of";
  private static final String RECIPE = "recipe";
  private static final String POOLING = "pooling";
  private static final String FORM = "form";
  private static final String SHA256 = "sha256";
  private static final String EXPECTED = "expected";
  private static final String HOW = "how";

  static Prepared asPublished(String how) {
    return new Prepared(Optional.empty(), PUBLISHED, List.of(), how);
  }

  /** What is kept, if it is of this very model and of the present recipe. */
  static Optional<Prepared> find(ModelDescription model) {
    Path record = record(model);
    if (!Files.isRegularFile(record)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(record)) {
      kept.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean fits =
        Objects.equals(kept.getProperty(OF), model.model().sha256())
            && Objects.equals(kept.getProperty(RECIPE), RowGraph.RECIPE)
            && Objects.equals(kept.getProperty(POOLING), model.pooling().name());
    String sha256 = kept.getProperty(SHA256);
    if (!fits || (sha256 != null && !Files.isRegularFile(graph(model)))) {
      return Optional.empty();
    }
    Optional<ModelFile> graph =
        Optional.ofNullable(sha256).map(sum -> new ModelFile(graph(model), sum));
    List<Float> expected =
        Arrays.stream(kept.getProperty(EXPECTED, "").split(" "))
            .filter(number -> !number.isEmpty())
            .map(Float::valueOf)
            .toList();
    return Optional.of(
        new Prepared(
            graph, kept.getProperty(FORM, PUBLISHED), expected, kept.getProperty(HOW, "")));
  }

  /** Keeps what came of it; the record comes last, so that what it names is whole. */
  void keep(ModelDescription model) throws IOException {
    Properties kept = new Properties();
    kept.setProperty(OF, model.model().sha256());
    kept.setProperty(RECIPE, RowGraph.RECIPE);
    kept.setProperty(POOLING, model.pooling().name());
    kept.setProperty(FORM, form);
    graph.ifPresent(file -> kept.setProperty(SHA256, file.sha256()));
    kept.setProperty(
        EXPECTED, expected.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    kept.setProperty(HOW, how);
    Path whole = record(model).resolveSibling(record(model).getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(whole)) {
      kept.store(writer, null);
    }
    move(whole, record(model));
  }

  /** Whether the graph yields on this processor what it did where it was prepared. */
  boolean holds(TextModel opened, ModelTokenizer tokenizer) {
    float[] vector = opened.vectors(Fidelity.probe(tokenizer)).getFirst();
    float[] wanted = new float[expected.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = expected.get(i);
    }
    return wanted.length == vector.length
        && Fidelity.Measure.of(tokenizer).isEnough(vector, wanted);
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static Path graph(ModelDescription model) {
    return beside(model, ".prepared.onnx");
  }

  private static Path record(ModelDescription model) {
    return beside(model, ".prepared.properties");
  }

  private static Path beside(ModelDescription model, String ending) {
    String name = model.model().path().getFileName().toString();
    return model.model().path().resolveSibling(name.replaceFirst("\\.onnx$", "") + ending);
  }
}
