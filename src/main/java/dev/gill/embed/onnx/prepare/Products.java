package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.gill.embed.onnx.prepare.GraphWriter.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes products of activations and int8 weights. */
final class Products {
  private static final String KIND = "MatMulIntegerToFloat";
  private static final int STEPS = 127;
  private static final int MOST = 255;

  /** The byte that stands for zero where numbers lie on both sides of it. */
  private static final int MIDDLE = 128;

  /** The same behind a GELU, which yields little below zero. */
  private static final int LOW = 24;

  /** A GELU yields no less than the negative of this. */
  private static final float BELOW_ZERO = 0.17f;

  private static final float LEAST_SCALE = 1e-9f;
  private static final List<Attribute> NONE = List.of();

  private final GraphWriter graph;
  private final Map<Integer, String> forEachToken = new HashMap<>();

  Products(GraphWriter graph) {
    this.graph = graph;
  }

  /**
   * Activations as bytes.
   *
   * @param levels 1 by tokens by width, unsigned
   * @param zero the byte that stands for zero
   * @param scale one number for all tokens
   * @param ofEach a number more for each token, 1 by tokens by 1
   */
  record Bytes(String levels, String zero, String scale, Optional<String> ofEach) {}

  /** With one scale and one zero for the whole text. */
  Bytes ofText(String exact) {
    List<String> made = graph.nodes("DynamicQuantizeLinear", 3, exact);
    return new Bytes(made.get(0), made.get(2), made.get(1), Optional.empty());
  }

  /** With a scale for each token. */
  Bytes ofTokens(String exact, boolean oneToken) {
    String most = graph.node("ReduceMax", overWidth(), exact);
    String least = graph.node("ReduceMin", overWidth(), exact);
    String range =
        graph.node("Max", NONE, most, graph.node("Neg", NONE, least), graph.number(LEAST_SCALE));
    String scales = graph.node("Mul", NONE, range, graph.number(1f / STEPS));
    return ofTokens(exact, scales, MIDDLE, oneToken);
  }

  /** What a GELU yields, with a scale for each token. */
  Bytes ofActive(String exact, boolean oneToken) {
    String most = graph.node("ReduceMax", overWidth(), exact);
    String wanted = graph.node("Mul", NONE, most, graph.number(1f / (MOST - LOW)));
    String scales = graph.node("Max", NONE, wanted, graph.number(BELOW_ZERO / LOW));
    return ofTokens(exact, scales, LOW, oneToken);
  }

  private Bytes ofTokens(String exact, String scales, int zero, boolean oneToken) {
    String zeros =
        oneToken ? zero(zero) : forEachToken.computeIfAbsent(zero, this::zeroForEachToken);
    String flat = graph.node("Reshape", NONE, scales, graph.whole(-1));
    String levels =
        graph.node("QuantizeLinear", List.of(Attribute.of("axis", 1)), exact, flat, zeros);
    return new Bytes(levels, zero(zero), graph.number(1), Optional.of(scales));
  }

  private static List<Attribute> overWidth() {
    return List.of(Attribute.list("axes", 2), Attribute.of("keepdims", 1L));
  }

  private String zero(int level) {
    byte[] value = {(byte) level};
    return graph.constant("zero " + level, TensorProto.DataType.UINT8_VALUE, value, 1);
  }

  private String zeroForEachToken(int level) {
    return graph.node("Expand", NONE, zero(level), graph.node("Shape", NONE, RowGraph.INPUT));
  }

  /** Without the bias. */
  String product(Bytes left, Matrix weights, String name) {
    String product = graph.node(GraphWriter.MICROSOFT, KIND, factors(left, weights, name));
    return left.ofEach().map(scales -> graph.node("Mul", NONE, product, scales)).orElse(product);
  }

  /** With the bias. */
  String step(Bytes left, Linear step, String name) {
    String bias = graph.floats(name + " bias", step.bias(), step.out());
    if (left.ofEach().isPresent()) {
      return graph.node("Add", NONE, product(left, step.weights(), name), bias);
    }
    List<String> inputs = new ArrayList<>(factors(left, step.weights(), name));
    inputs.addAll(List.of(GraphWriter.LEFT_OUT, bias));
    return graph.node(GraphWriter.MICROSOFT, KIND, inputs);
  }

  /**
   * Signed weights with a scale for each column: the processor's byte products want their second
   * operand signed.
   */
  private List<String> factors(Bytes left, Matrix weights, String name) {
    int in = weights.rows();
    int out = weights.columns();
    byte[] levels = new byte[in * out];
    float[] scales = new float[out];
    for (int column = 0; column < out; column++) {
      scales[column] = scale(weights, column);
      for (int row = 0; row < in; row++) {
        levels[row * out + column] = (byte) Math.round(weights.at(row, column) / scales[column]);
      }
    }
    return List.of(
        left.levels(),
        graph.constant(name, TensorProto.DataType.INT8_VALUE, levels, in, out),
        left.scale(),
        graph.floats(name + " scales", scales, out),
        left.zero());
  }

  private static float scale(Matrix weights, int column) {
    float most = 1e-12f;
    for (int row = 0; row < weights.rows(); row++) {
      most = Math.max(most, Math.abs(weights.at(row, column)));
    }
    return most / STEPS;
  }
}
