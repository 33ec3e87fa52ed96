package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The patterns that an encoder is made of, as exporters write them. */
final class Motifs {
  private final GraphView graph;

  Motifs(GraphView graph) {
    this.graph = graph;
  }

  /** A layer norm, and the value that goes into it. */
  record Normed(Norm norm, String of) {}

  /** A dense step, and the value that goes into it. */
  record Dense(Linear linear, String of) {}

  static void same(String one, String other) throws UnknownGraphException {
    if (!one.equals(other)) {
      throw new UnknownGraphException("%s was expected where %s comes in".formatted(other, one));
    }
  }

  record Attention(Dense query, Dense key, Dense value, double scale) {}

  Attention attention(String value) throws UnknownGraphException {
    NodeProto mixed = graph.node(unshaped(value).of(), "MatMul");
    Scaled values = unshaped(mixed.getInput(1));
    NodeProto softmax = graph.node(mixed.getInput(0), "Softmax");
    Scaled masked = unshaped(unmasked(softmax.getInput(0)));
    NodeProto scores = graph.node(masked.of(), "MatMul");
    Scaled queries = unshaped(scores.getInput(0));
    Scaled keys = unshaped(scores.getInput(1));
    return new Attention(
        dense(queries.of()),
        dense(keys.of()),
        dense(values.of()),
        masked.by() * queries.by() * keys.by());
  }

  /** The scores below the mask that is added to them. */
  private String unmasked(String value) throws UnknownGraphException {
    if (!graph.comesFrom(value, "Add")) {
      return value;
    }
    NodeProto add = graph.node(value, "Add");
    boolean first = graph.comesFrom(add.getInput(0), "Div", "MatMul", "Mul");
    return add.getInput(first && comesFromScores(add.getInput(0)) ? 0 : 1);
  }

  private boolean comesFromScores(String value) throws UnknownGraphException {
    return graph.comesFrom(unshaped(value).of(), "MatMul");
  }

  private record Scaled(String of, double by) {}

  /** What a value is before it was reshaped, transposed and multiplied by numbers. */
  private Scaled unshaped(String value) throws UnknownGraphException {
    String at = value;
    double by = 1;
    while (true) {
      if (graph.comesFrom(at, "Reshape", "Transpose", "Cast")) {
        at = graph.node(at, "Reshape", "Transpose", "Cast").getInput(0);
      } else if (graph.comesFrom(at, "Div", "Mul")) {
        NodeProto scaling = graph.node(at, "Div", "Mul");
        float factor = graph.scalar(graph.constant(scaling));
        by *= scaling.getOpType().equals("Div") ? 1 / factor : factor;
        at = graph.variable(scaling);
      } else {
        return new Scaled(at, by);
      }
    }
  }

  /** What goes into a GELU of its exact form, by its own node or spelt out. */
  String beforeGelu(String value) throws UnknownGraphException {
    if (graph.comesFrom(value, "Gelu")) {
      return graph.node(value, "Gelu").getInput(0);
    }
    List<String> open = new ArrayList<>(List.of(value));
    Optional<String> input = Optional.empty();
    int errors = 0;
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (graph.isScalar(next)) {
        continue;
      }
      if (isDense(next)) {
        if (input.isPresent()) {
          same(next, input.get());
        }
        input = Optional.of(next);
        continue;
      }
      NodeProto step = graph.node(next, "Mul", "Div", "Add", "Erf");
      errors += step.getOpType().equals("Erf") ? 1 : 0;
      open.addAll(step.getInputList());
    }
    if (errors != 1 || input.isEmpty()) {
      throw new UnknownGraphException("%s is no exact GELU".formatted(value));
    }
    return input.get();
  }

  boolean isDense(String value) throws UnknownGraphException {
    if (!graph.comesFrom(value, "Add")) {
      return false;
    }
    return graph.node(value, "Add").getInputList().stream().anyMatch(graph::isProductWithConstant);
  }

  Dense dense(String value) throws UnknownGraphException {
    NodeProto add = graph.node(value, "Add");
    NodeProto product = graph.node(graph.variable(add), "MatMul");
    if (graph.isConstant(product.getInput(0))) {
      throw new UnknownGraphException("%s has its weights first".formatted(product.getName()));
    }
    Matrix weights = graph.matrix(product.getInput(1));
    float[] bias = graph.vector(graph.constant(add));
    if (bias.length != weights.columns()) {
      throw new UnknownGraphException("%s is no bias of its product".formatted(value));
    }
    return new Dense(new Linear(weights, bias), product.getInput(0));
  }

  Normed normed(String value) throws UnknownGraphException {
    if (graph.comesFrom(value, "LayerNormalization")) {
      NodeProto node = graph.node(value, "LayerNormalization");
      Norm norm =
          new Norm(
              value,
              graph.vector(node.getInput(1)),
              graph.vector(node.getInput(2)),
              GraphView.attribute(node, "epsilon", 1e-5f));
      return new Normed(norm, node.getInput(0));
    }
    NodeProto shift = graph.node(value, "Add");
    NodeProto scale = graph.node(graph.variable(shift), "Mul");
    NodeProto quotient = graph.node(graph.variable(scale), "Div");
    NodeProto centred = graph.node(quotient.getInput(0), "Sub");
    NodeProto root = graph.node(quotient.getInput(1), "Sqrt");
    NodeProto variance = graph.node(root.getInput(0), "Add");
    graph.node(centred.getInput(1), "ReduceMean");
    Norm norm =
        new Norm(
            value,
            graph.vector(graph.constant(scale)),
            graph.vector(graph.constant(shift)),
            graph.scalar(graph.constant(variance)));
    return new Normed(norm, centred.getInput(0));
  }
}
