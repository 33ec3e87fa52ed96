package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.gill.embed.onnx.prepare.Encoder.Layer;
import dev.gill.embed.onnx.prepare.GraphWriter.Attribute;
import dev.gill.embed.onnx.prepare.Products.Tokens;
import java.util.List;

/**
 * Writes an encoder as a graph for one text at a time: from its tokens, the special ones included,
 * to its vector of unit length.
 */
public final class RowGraph {
  /** Changes whenever the same encoder would be written otherwise. */
  public static final String RECIPE = "row-1";

  /** The one input: int64, a number for each token. */
  public static final String INPUT = "input_ids";

  private static final List<Attribute> NONE = List.of();

  private final Encoder encoder;
  private final Precision precision;
  private final boolean firstRowOnly;
  private final GraphWriter graph = new GraphWriter(RECIPE);
  private final Products products = new Products(graph);

  private RowGraph(Encoder encoder, Precision precision, boolean firstRowOnly) {
    this.encoder = encoder;
    this.precision = precision;
    this.firstRowOnly = firstRowOnly;
  }

  /**
   * Writes the graph of a model anew.
   *
   * @param model an ONNX model of a BERT-shaped encoder in fp32
   * @param firstRowOnly whether the first token's state is the text's vector; otherwise the mean is
   * @throws UnknownGraphException if the model is not of that shape
   */
  public static byte[] of(byte[] model, Precision precision, boolean firstRowOnly)
      throws UnknownGraphException {
    try {
      Encoder encoder = EncoderReader.read(new GraphView(ModelProto.parseFrom(model).getGraph()));
      return new RowGraph(encoder, precision, firstRowOnly).write();
    } catch (InvalidProtocolBufferException e) {
      throw new UnknownGraphException("it is no ONNX model: " + e.getMessage());
    }
  }

  /** The values that a layer works on: its input, and what stands for zero in it. */
  private record Rows(String states, String middles) {}

  private byte[] write() {
    graph.input(INPUT, TensorProto.DataType.INT64_VALUE, "tokens");
    Rows rows = new Rows(embeddings(), products.middles(INPUT));
    int last = encoder.layers().size() - 1;
    for (int i = 0; i < last; i++) {
      rows = new Rows(layer(i, rows, rows, false), rows.middles());
    }
    Rows asking = firstRowOnly ? new Rows(firstRow(rows.states()), products.middle()) : rows;
    String states = layer(last, rows, asking, firstRowOnly);
    String pooled =
        firstRowOnly
            ? states
            : graph.node(
                "ReduceMean",
                List.of(Attribute.list("axes", 1), Attribute.of("keepdims", 1L)),
                states);
    String unit =
        graph.node(
            "LpNormalization", List.of(Attribute.of("axis", -1L), Attribute.of("p", 2L)), pooled);
    graph.output(unit, TensorProto.DataType.FLOAT_VALUE, 1, 1, encoder.width());
    return graph.model();
  }

  private String embeddings() {
    Matrix words = encoder.words();
    Matrix positions = encoder.positions();
    String table = graph.halves("words", words.values(), words.rows(), words.columns());
    String found = graph.node("Gather", List.of(Attribute.of("axis", 0L)), table, INPUT);
    String exact =
        graph.node(
            "Cast", List.of(Attribute.of("to", (long) TensorProto.DataType.FLOAT_VALUE)), found);
    String places =
        graph.node(
            "Slice",
            NONE,
            graph.floats("positions", positions.values(), positions.rows(), positions.columns()),
            graph.whole(0),
            graph.node("Shape", NONE, INPUT),
            graph.whole(0));
    return normed(together(exact), together(places), encoder.norm(), "embeddings");
  }

  /** As the one text of a batch. */
  private String together(String rows) {
    return graph.node("Unsqueeze", NONE, rows, graph.whole(0));
  }

  private String firstRow(String states) {
    return graph.node("Slice", NONE, states, graph.whole(0), graph.whole(1), graph.whole(1));
  }

  /**
   * @param heard the rows that attention looks at
   * @param asking the rows that the layer computes
   */
  private String layer(int number, Rows heard, Rows asking, boolean one) {
    Layer layer = encoder.layers().get(number);
    String name = "layer " + number;
    boolean blocks = one && precision.lastInBlocks();
    Tokens all = products.tokens(heard.states(), heard.middles());
    Tokens those = asking == heard ? all : products.tokens(asking.states(), asking.middles());
    String query = product(those, layer.query(), name + " query", blocks);
    String key = product(all, layer.key(), name + " key", false);
    String value = product(all, layer.value(), name + " value", precision.valuesInBlocks());
    String attended = attention(layer, query, key, value, name);
    String mixed = product(attended, asking, layer.attended(), name + " attended", blocks);
    String middle =
        normed(
            mixed, asking.states(), layer.afterAttention(), name + " attended", layer.attended());
    String narrowed = forward(layer, middle, asking, name, blocks);
    return normed(narrowed, middle, layer.atEnd(), name + " narrowed", layer.narrowed());
  }

  private String attention(Layer layer, String query, String key, String value, String name) {
    float[] bias = new float[3 * encoder.width()];
    System.arraycopy(layer.query().bias(), 0, bias, 0, encoder.width());
    System.arraycopy(layer.key().bias(), 0, bias, encoder.width(), encoder.width());
    System.arraycopy(layer.value().bias(), 0, bias, 2 * encoder.width(), encoder.width());
    return graph.node(
        GraphWriter.MICROSOFT,
        "MultiHeadAttention",
        List.of(Attribute.of("num_heads", (long) encoder.heads())),
        query,
        key,
        value,
        graph.floats(name + " attention bias", bias, bias.length));
  }

  /** The widening step, the GELU and the narrowing step. */
  private String forward(Layer layer, String states, Rows like, String name, boolean blocks) {
    Linear widened = layer.widened();
    String even = states;
    if (precision.evened()) {
      float[] factors = Evening.factors(layer.afterAttention(), widened.weights());
      even =
          graph.node(
              "Mul",
              NONE,
              states,
              graph.floats(name + " evening", Evening.inverse(factors), factors.length));
      widened = new Linear(widened.weights().timesRows(factors), widened.bias());
    }
    String wide = product(even, like, widened, name + " widened", blocks);
    String active =
        graph.node(
            GraphWriter.MICROSOFT,
            "FastGelu",
            NONE,
            wide,
            graph.floats(name + " widened bias", widened.bias(), widened.out()));
    return product(active, like, layer.narrowed(), name + " narrowed", blocks);
  }

  private String product(String left, Rows like, Linear step, String name, boolean blocks) {
    return blocks && Products.fitsBlocks(step.weights())
        ? products.inBlocks(left, step.weights(), name)
        : products.product(products.tokens(left, like.middles()), step.weights(), name);
  }

  private String product(Tokens left, Linear step, String name, boolean blocks) {
    return blocks && Products.fitsBlocks(step.weights())
        ? products.inBlocks(left.exact(), step.weights(), name)
        : products.product(left, step.weights(), name);
  }

  /** The norm of a step's product, its bias and what went around it. */
  private String normed(String product, String around, Norm norm, String name, Linear step) {
    return graph.node(
        GraphWriter.MICROSOFT,
        "SkipLayerNormalization",
        List.of(Attribute.of("epsilon", norm.epsilon())),
        product,
        around,
        graph.floats(name + " scale", norm.gamma(), norm.gamma().length),
        graph.floats(name + " shift", norm.beta(), norm.beta().length),
        graph.floats(name + " bias", step.bias(), step.out()));
  }

  private String normed(String one, String other, Norm norm, String name) {
    return graph.node(
        GraphWriter.MICROSOFT,
        "SkipLayerNormalization",
        List.of(Attribute.of("epsilon", norm.epsilon())),
        one,
        other,
        graph.floats(name + " scale", norm.gamma(), norm.gamma().length),
        graph.floats(name + " shift", norm.beta(), norm.beta().length));
  }
}
