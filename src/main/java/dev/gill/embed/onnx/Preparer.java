package dev.gill.embed.onnx;

import dev.gill.embed.onnx.prepare.ChannelRange;
import dev.gill.embed.onnx.prepare.Precision;
import dev.gill.embed.onnx.prepare.RowGraph;
import dev.gill.embed.onnx.prepare.UnknownGraphException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Has a model rewritten for the CPU, as fast as it can be and still be as good as the same: each
 * form is compared with the published model, and the first one that is near enough is kept.
 */
final class Preparer {
  private static final Logger LOG = System.getLogger(Preparer.class.getName());

  private final ModelDescription model;
  private final ModelTokenizer tokenizer;

  private Preparer(ModelDescription model, ModelTokenizer tokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /** Prepares a model, whose file was verified, and keeps what comes of it. */
  static Prepared prepared(ModelDescription model, ModelTokenizer tokenizer) {
    try {
      Prepared prepared = new Preparer(model, tokenizer).prepare();
      prepared.keep(model);
      LOG.log(Level.INFO, "The model {0} {1}", model.name(), prepared.how());
      return prepared;
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "The model {0} runs as published, at less than half the speed, because its prepared form cannot be kept beside it: make {1} writable ({2}).",
          model.name(),
          model.model().path().getParent(),
          e);
      return Prepared.asPublished("could not be prepared.");
    }
  }

  private Prepared prepare() throws IOException {
    byte[] published = Files.readAllBytes(model.model().path());
    Path file = Prepared.graph(model);
    Path tried = file.resolveSibling(file.getFileName() + ".new");
    try (StockModel exact = StockModel.open(model)) {
      Map<String, ChannelRange> reaches =
          Reaches.of(model, published, Fidelity.texts(tokenizer), tried);
      for (Precision precision : Precision.values()) {
        byte[] graph = RowGraph.of(published, reaches, precision, model.pooling().output());
        Files.write(tried, graph);
        Fidelity likeness = likeness(exact, tried);
        LOG.log(Level.DEBUG, "{0} as {1}: {2}", model.name(), precision, likeness);
        if (likeness.isEnough()) {
          Prepared.move(tried, file);
          String sha256 = HexFormat.of().formatHex(ModelFile.newDigest().digest(graph));
          return new Prepared(
              Optional.of(new ModelFile(file, sha256)),
              RowGraph.RECIPE + " " + precision,
              numbers(exact.vectors(Fidelity.probe(tokenizer)).getFirst()),
              described(precision, likeness));
        }
      }
      return Prepared.asPublished("runs as published: in no faster form is it near enough.");
    } catch (UnknownGraphException e) {
      return Prepared.asPublished(
          "runs as published, because it is no graph that can be prepared: %s."
              .formatted(e.getMessage()));
    } finally {
      Files.deleteIfExists(tried);
    }
  }

  private static List<Float> numbers(float[] vector) {
    List<Float> numbers = new ArrayList<>();
    for (float number : vector) {
      numbers.add(number);
    }
    return numbers;
  }

  private Fidelity likeness(StockModel exact, Path tried) {
    try (RowModel fast = RowModel.open(model, tried)) {
      return Fidelity.of(exact, fast, tokenizer);
    }
  }

  private static String described(Precision precision, Fidelity likeness) {
    return String.format(
        Locale.ROOT,
        "was prepared in int8 (a scale for each %s): %s of its outputs and the published one's %.5f on average, %.5f at least.",
        precision.name().toLowerCase(Locale.ROOT),
        likeness.measure().name().toLowerCase(Locale.ROOT),
        likeness.mean(),
        likeness.least());
  }
}
