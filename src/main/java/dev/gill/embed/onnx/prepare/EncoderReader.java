package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.gill.embed.onnx.prepare.Encoder.Layer;
import dev.gill.embed.onnx.prepare.Encoder.Reading;
import dev.gill.embed.onnx.prepare.Motifs.Attention;
import dev.gill.embed.onnx.prepare.Motifs.Dense;
import dev.gill.embed.onnx.prepare.Motifs.Normed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads an encoder out of a graph, from its output back to its input, by what computes what; names
 * of nodes and weights mean nothing here.
 */
final class EncoderReader {
  private static final String TOKENS = "input_ids";
  private static final String TYPES = "token_type_ids";

  private final GraphView graph;
  private final Motifs motifs;

  private EncoderReader(GraphView graph) {
    this.graph = graph;
    this.motifs = new Motifs(graph);
  }

  /**
   * Reads the first output that is an encoder's token states, or scores made of them.
   *
   * @throws UnknownGraphException if none is
   */
  static Encoder read(GraphView graph) throws UnknownGraphException {
    UnknownGraphException first = null;
    for (String output : graph.outputs()) {
      try {
        return new EncoderReader(graph).encoder(output);
      } catch (UnknownGraphException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new UnknownGraphException("it has no output") : first;
  }

  private record Read(Layer layer, double scale, String of) {}

  private Encoder encoder(String output) throws UnknownGraphException {
    Deque<Layer> layers = new ArrayDeque<>();
    double scale = 0;
    Optional<Dense> scores =
        motifs.isDense(output) ? Optional.of(motifs.dense(output)) : Optional.empty();
    Normed end = motifs.normed(scores.map(Dense::of).orElse(output));
    while (!gathers(end.of())) {
      Read read = layer(end);
      layers.addFirst(read.layer());
      scale = read.scale();
      end = motifs.normed(read.of());
    }
    if (layers.isEmpty()) {
      throw new UnknownGraphException("no layer follows its embeddings");
    }
    Embedded embedded = embedded(end.of());
    return new Encoder(
        embedded.words(),
        embedded.positions(),
        end.norm(),
        heads(embedded.words().columns(), scale),
        List.copyOf(layers),
        scores.map(dense -> new Reading(embedded.second(), dense.linear())));
  }

  /** Scores are divided by the root of a head's width. */
  private static int heads(int width, double scale) throws UnknownGraphException {
    long perHead = Math.round(1 / (scale * scale));
    if (perHead < 1 || width % perHead != 0) {
      throw new UnknownGraphException(
          "attention is scaled by %s, which fits no number of heads".formatted(scale));
    }
    return (int) (width / perHead);
  }

  private Read layer(Normed end) throws UnknownGraphException {
    NodeProto last = graph.node(end.of(), "Add");
    boolean denseFirst = motifs.isDense(last.getInput(0));
    Dense narrowed = motifs.dense(last.getInput(denseFirst ? 0 : 1));
    String between = last.getInput(denseFirst ? 1 : 0);
    Dense widened = motifs.dense(motifs.beforeGelu(narrowed.of()));
    Motifs.same(widened.of(), between);
    Normed middle = motifs.normed(between);
    NodeProto sum = graph.node(middle.of(), "Add");
    denseFirst = motifs.isDense(sum.getInput(0));
    Dense attended = motifs.dense(sum.getInput(denseFirst ? 0 : 1));
    String input = sum.getInput(denseFirst ? 1 : 0);
    Attention attention = motifs.attention(attended.of());
    Motifs.same(attention.query().of(), input);
    Motifs.same(attention.key().of(), input);
    Motifs.same(attention.value().of(), input);
    Layer layer =
        new Layer(
            attention.query().linear(),
            attention.key().linear(),
            attention.value().linear(),
            attended.linear(),
            middle.norm(),
            widened.linear(),
            narrowed.linear(),
            end.norm());
    return new Read(layer, attention.scale(), input);
  }

  private record Embedded(Matrix words, Matrix positions, float[] second) {}

  /** Whether a value is a sum of rows out of tables. */
  private boolean gathers(String value) throws UnknownGraphException {
    return summands(value).stream().allMatch(each -> graph.comesFrom(each, "Gather"));
  }

  private List<String> summands(String value) throws UnknownGraphException {
    List<String> found = new ArrayList<>();
    List<String> open = new ArrayList<>(List.of(value));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (graph.comesFrom(next, "Add") && !motifs.isDense(next)) {
        open.addAll(graph.node(next, "Add").getInputList());
      } else {
        found.add(next);
      }
    }
    return found;
  }

  private Embedded embedded(String value) throws UnknownGraphException {
    Matrix words = null;
    Matrix types = null;
    Matrix positions = null;
    for (String each : summands(value)) {
      NodeProto gather = graph.node(each, "Gather");
      Matrix table = graph.matrix(gather.getInput(0));
      switch (gather.getInput(1)) {
        case TOKENS -> words = table;
        case TYPES -> types = table;
        default -> positions = table;
      }
    }
    if (words == null || positions == null) {
      throw new UnknownGraphException("its embeddings are not of tokens and positions");
    }
    if (types == null) {
      return new Embedded(words, positions, new float[words.columns()]);
    }
    return new Embedded(
        words, positions.plusEachRow(types.row(0)), types.step(0, types.rows() - 1));
  }
}
