package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.gill.embed.onnx.prepare.GraphWriter.Attribute;
import java.util.List;

/** Writes products of activations and int8 weights, without their bias. */
final class Products {
  private static final float STEPS = 127;
  private static final byte MIDDLE = (byte) 128;

  /** Input numbers that share a scale in a block; divides the widths of all usual encoders. */
  private static final int BLOCK = 32;

  private static final List<Attribute> NONE = List.of();

  private final GraphWriter graph;

  Products(GraphWriter graph) {
    this.graph = graph;
  }

  /**
   * Activations with a scale for each token.
   *
   * @param exact 1 by tokens by width
   * @param levels the same as unsigned bytes around 128
   * @param scales 1 by tokens by 1
   */
  record Tokens(String exact, String levels, String scales) {}

  /**
   * @param middles the value 128 for each token
   */
  Tokens tokens(String exact, String middles) {
    List<Attribute> overWidth = List.of(Attribute.list("axes", 2), Attribute.of("keepdims", 1L));
    String most = graph.node("ReduceMax", overWidth, exact);
    String least = graph.node("ReduceMin", overWidth, exact);
    String range =
        graph.node("Max", NONE, most, graph.node("Neg", NONE, least), graph.number(1e-9f));
    String scales = graph.node("Mul", NONE, range, graph.number(1 / STEPS));
    String flat = graph.node("Reshape", NONE, scales, graph.whole(-1));
    String levels =
        graph.node("QuantizeLinear", List.of(Attribute.of("axis", 1)), exact, flat, middles);
    return new Tokens(exact, levels, scales);
  }

  /** For each token the value that stands for zero. */
  String middles(String tokens) {
    return graph.node("Expand", NONE, middle(), graph.node("Shape", NONE, tokens));
  }

  String middle() {
    return graph.constant("middle", TensorProto.DataType.UINT8_VALUE, new byte[] {MIDDLE}, 1);
  }

  /**
   * Signed weights with a scale for each column: the processor's byte products want their second
   * operand signed.
   */
  String product(Tokens left, Matrix weights, String name) {
    int in = weights.rows();
    int out = weights.columns();
    byte[] levels = new byte[in * out];
    float[] scales = new float[out];
    for (int column = 0; column < out; column++) {
      scales[column] = scale(weights, column, 0, in);
      for (int row = 0; row < in; row++) {
        levels[row * out + column] = (byte) Math.round(weights.at(row, column) / scales[column]);
      }
    }
    String product =
        graph.node(
            GraphWriter.MICROSOFT,
            "MatMulIntegerToFloat",
            NONE,
            left.levels(),
            graph.constant(name, TensorProto.DataType.INT8_VALUE, levels, in, out),
            graph.number(1),
            graph.floats(name + " scales", scales, out),
            middle());
    return graph.node("Mul", NONE, product, left.scales());
  }

  /** Weights and activations with a scale for each block of input numbers: slower, more exact. */
  String inBlocks(String left, Matrix weights, String name) {
    int in = weights.rows();
    int out = weights.columns();
    int blocks = in / BLOCK;
    byte[] levels = new byte[out * in];
    float[] scales = new float[out * blocks];
    for (int column = 0; column < out; column++) {
      for (int block = 0; block < blocks; block++) {
        int from = block * BLOCK;
        float scale = scale(weights, column, from, from + BLOCK);
        scales[column * blocks + block] = scale;
        for (int row = from; row < from + BLOCK; row++) {
          levels[column * in + row] = (byte) (MIDDLE + Math.round(weights.at(row, column) / scale));
        }
      }
    }
    List<Attribute> attributes =
        List.of(
            Attribute.of("K", (long) in),
            Attribute.of("N", (long) out),
            Attribute.of("bits", 8L),
            Attribute.of("block_size", (long) BLOCK),
            Attribute.of("accuracy_level", 4L));
    return graph.node(
        GraphWriter.MICROSOFT,
        "MatMulNBits",
        attributes,
        left,
        graph.constant(name, TensorProto.DataType.UINT8_VALUE, levels, out, blocks, BLOCK),
        graph.floats(name + " scales", scales, out * blocks));
  }

  static boolean fitsBlocks(Matrix weights) {
    return weights.rows() % BLOCK == 0;
  }

  private static float scale(Matrix weights, int column, int from, int to) {
    float most = 1e-12f;
    for (int row = from; row < to; row++) {
      most = Math.max(most, Math.abs(weights.at(row, column)));
    }
    return most / STEPS;
  }
}
