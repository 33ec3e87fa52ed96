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
 * to its vector of unit length; or a reader as a graph for two texts together, from their tokens to
 * the scores of each.
 */
public final class RowGraph {
  /** Changes whenever the same encoder would be written otherwise. */
  public static final String RECIPE = "row-2";

  /** The first input: int64, a number for each token. */
  public static final String INPUT = "input_ids";

  /** A reader's second input: int64, for each token 0 in the first text and 1 in the second. */
  public static final String TYPES = "token_type_ids";

  private static final List<Attribute> NONE = List.of();

  private final Encoder encoder;
  private final Map<String, ChannelRange> reaches;
  private final Precision precision;
  private final Output output;
  private final GraphWriter graph = new GraphWriter(RECIPE);
  private final Products products = new Products(graph);

  private RowGraph(
      Encoder encoder, Map<String, ChannelRange> reaches, Precision precision, Output output) {
    this.encoder = encoder;
    this.reaches = reaches;
    this.precision = precision;
    this.output = output;
  }

  /**
   * Writes the graph of a model anew.
   *
   * @param model an ONNX model of a BERT-shaped encoder in fp32
   * @param reaches of what a {@link WatchedGraph} of it gives, by name
   * @throws UnknownGraphException if the model is not of that shape, or no reader where scores are
   *     wanted
   */
  public static byte[] of(
      byte[] model, Map<String, ChannelRange> reaches, Precision precision, Output output)
      throws UnknownGraphException {
    try {
      Encoder encoder = EncoderReader.read(new GraphView(ModelProto.parseFrom(model).getGraph()));
      Encoder centred = Centring.centred(encoder, reaches);
      if (output == Output.SCORES && encoder.reading().isEmpty()) {
        throw new UnknownGraphException("no step from its states to scores follows it");
      }
      return new RowGraph(centred, reaches, precision, output).write();
    } catch (InvalidProtocolBufferException e) {
      throw UnknownGraphException.noModel(e);
    }
  }

  private byte[] write() {
    graph.input(INPUT, TensorProto.DataType.INT64_VALUE);
    String states = embeddings();
    Norm before = encoder.norm();
    int last = encoder.layers().size() - 1;
    for (int i = 0; i <= last; i++) {
      Layer layer = encoder.layers().get(i);
      states = layer("layer " + i, layer, before, states, output == Output.FIRST && i == last);
      before = layer.atEnd();
    }
    switch (output) {
      case FIRST -> vector(states);
      case MEAN ->
          vector(
              graph.node(
                  "ReduceMean",
                  List.of(Attribute.list("axes", 1), Attribute.of("keepdims", 1L)),
                  states));
      case SCORES -> scores(states, encoder.reading().orElseThrow().scores());
    }
    return graph.model();
  }

  private void vector(String pooled) {
    String unit =
        graph.node(
            "LpNormalization", List.of(Attribute.of("axis", -1L), Attribute.of("p", 2L)), pooled);
    graph.output(unit, TensorProto.DataType.FLOAT_VALUE, 1, 1, encoder.width());
  }

  private void scores(String states, Linear step) {
    String weights = graph.floats("scores", step.weights().values(), step.in(), step.out());
    String bias = graph.floats("scores bias", step.bias(), step.out());
    String scores = graph.node("Add", NONE, graph.node("MatMul", NONE, states, weights), bias);
    graph.output(scores, TensorProto.DataType.FLOAT_VALUE, 1, GraphWriter.TOKENS, step.out());
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
    String placed = output == Output.SCORES ? apart(places) : places;
    return normed(together(exact), together(placed), encoder.norm(), "embeddings");
  }

  /** With the second text's positions set apart from those of the first. */
  private String apart(String places) {
    graph.input(TYPES, TensorProto.DataType.INT64_VALUE);
    float[] second = encoder.reading().orElseThrow().second();
    String types =
        graph.node(
            "Cast", List.of(Attribute.of("to", (long) TensorProto.DataType.FLOAT_VALUE)), TYPES);
    String each = graph.node("Unsqueeze", NONE, types, graph.whole(1));
    String added = graph.node("Mul", NONE, each, graph.floats("second", second, second.length));
    return graph.node("Add", NONE, places, added);
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
