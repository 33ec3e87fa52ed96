package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.gill.embed.onnx.prepare.Encoder.Layer;
import dev.gill.embed.onnx.prepare.GraphWriter.Attribute;
import dev.gill.embed.onnx.prepare.Products.Bytes;
import java.util.List;
import java.util.Map;

/**
 * Writes an encoder as a graph for one text at a time: from its tokens, the special ones included,
 * to its vector of unit length.
 */
public final class RowGraph {
  /** Changes whenever the same encoder would be written otherwise. */
  public static final String RECIPE = "row-2";

  /** The one input: int64, a number for each token. */
  public static final String INPUT = "input_ids";

  private static final List<Attribute> NONE = List.of();

  private final Encoder encoder;
  private final Map<String, Reach> reaches;
  private final Precision precision;
  private final boolean firstRowOnly;
  private final GraphWriter graph = new GraphWriter(RECIPE);
  private final Products products = new Products(graph);

  private RowGraph(
      Encoder encoder, Map<String, Reach> reaches, Precision precision, boolean firstRowOnly) {
    this.encoder = encoder;
    this.reaches = reaches;
    this.precision = precision;
    this.firstRowOnly = firstRowOnly;
  }

  /**
   * Writes the graph of a model anew.
   *
   * @param model an ONNX model of a BERT-shaped encoder in fp32
   * @param reaches of what a {@link WatchedGraph} of it tells, by name
   * @param firstRowOnly whether the first token's state is the text's vector; otherwise the mean is
   * @throws UnknownGraphException if the model is not of that shape
   */
  public static byte[] of(
      byte[] model, Map<String, Reach> reaches, Precision precision, boolean firstRowOnly)
      throws UnknownGraphException {
    try {
      Encoder encoder = EncoderReader.read(new GraphView(ModelProto.parseFrom(model).getGraph()));
      Encoder centred = Centring.centred(encoder, reaches);
      return new RowGraph(centred, reaches, precision, firstRowOnly).write();
    } catch (InvalidProtocolBufferException e) {
      throw UnknownGraphException.noModel(e);
    }
  }

  private byte[] write() {
    graph.input(INPUT, TensorProto.DataType.INT64_VALUE, "tokens");
    String states = embeddings();
    Norm before = encoder.norm();
    int last = encoder.layers().size() - 1;
    for (int i = 0; i <= last; i++) {
      Layer layer = encoder.layers().get(i);
      states = layer("layer " + i, layer, before, states, firstRowOnly && i == last);
      before = layer.atEnd();
    }
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
   * @param before the norm that yielded the states
   * @param one whether the layer computes the first row alone; it hears all of them
   */
  private String layer(String name, Layer layer, Norm before, String states, boolean one) {
    float[] factors = Evening.factors(reach(before), layer.query(), layer.key(), layer.value());
    String even = evened(states, factors, name + " input");
    Bytes heard = bytes(even, false);
    Bytes asking = one ? bytes(firstRow(even), true) : heard;
    String attended =
        attention(
            products.step(asking, layer.query().afterDivision(factors), name + " query"),
            products.step(heard, layer.key().afterDivision(factors), name + " key"),
            products.step(heard, layer.value().afterDivision(factors), name + " value"));
    String mixed = products.step(bytes(attended, one), layer.attended(), name + " attended");
    String around = one ? firstRow(states) : states;
    String middle = normed(mixed, around, layer.afterAttention(), name + " attended");
    String narrowed = forward(layer, middle, name, one);
    return normed(narrowed, middle, layer.atEnd(), name + " narrowed", layer.narrowed());
  }

  private Bytes bytes(String exact, boolean oneToken) {
    return switch (precision) {
      case TEXT -> products.ofText(exact);
      case TOKEN -> products.ofTokens(exact, oneToken);
    };
  }

  private float[] reach(Norm norm) {
    return reaches.get(norm.value()).around();
  }

  private String evened(String states, float[] factors, String name) {
    String inverse = graph.floats(name + " evening", Evening.inverse(factors), factors.length);
    return graph.node("Mul", NONE, states, inverse);
  }

  private String attention(String query, String key, String value) {
    return graph.node(
        GraphWriter.MICROSOFT,
        "MultiHeadAttention",
        List.of(Attribute.of("num_heads", (long) encoder.heads())),
        query,
        key,
        value);
  }

  /** The widening step, the GELU, and the narrowing step without its bias. */
  private String forward(Layer layer, String states, String name, boolean oneToken) {
    float[] factors = Evening.factors(reach(layer.afterAttention()), layer.widened());
    String even = evened(states, factors, name + " middle");
    Linear widened = layer.widened().afterDivision(factors);
    String wide = products.step(bytes(even, oneToken), widened, name + " widened");
    String active = graph.node(GraphWriter.MICROSOFT, "Gelu", NONE, wide);
    Bytes narrow = products.ofActive(active, oneToken);
    return products.product(narrow, layer.narrowed().weights(), name + " narrowed");
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
