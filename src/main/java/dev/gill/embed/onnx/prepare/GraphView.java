package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up what produces a value of a graph, and its constants. */
final class GraphView {
  private final GraphProto graph;
  private final Map<String, NodeProto> producers = new HashMap<>();
  private final Map<String, TensorProto> constants = new HashMap<>();

  GraphView(GraphProto graph) {
    this.graph = graph;
    graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(output -> producers.put(output, node));
      if (node.getOpType().equals("Constant") && node.getAttributeCount() == 1) {
        constants.put(node.getOutput(0), node.getAttribute(0).getT());
      }
    }
    graph.getNodeList().forEach(this::keepScaledBytes);
  }

  /** Weights may be kept as bytes that are cast to floats and multiplied by a scale. */
  private void keepScaledBytes(NodeProto node) {
    if (node.getOpType().equals("Mul") && comesFrom(node.getInput(0), "Cast")) {
      TensorProto bytes = constants.get(producers.get(node.getInput(0)).getInput(0));
      TensorProto scale = constants.get(node.getInput(1));
      if (bytes != null && scale != null) {
        constants.put(node.getOutput(0), ScaledBytes.floats(bytes, scale));
      }
    }
  }

  List<String> outputs() {
    return graph.getOutputList().stream().map(ValueInfoProto::getName).toList();
  }

  boolean isConstant(String value) {
    return constants.containsKey(value);
  }

  /** The node that yields a value, which must be of one of the kinds. */
  NodeProto node(String value, String... kinds) throws UnknownGraphException {
    NodeProto node = producers.get(value);
    if (node == null || !List.of(kinds).contains(node.getOpType())) {
      throw new UnknownGraphException(
          "%s comes from %s where %s was expected"
              .formatted(
                  value,
                  node == null ? "outside" : node.getOpType() + " " + node.getName(),
                  String.join(" or ", kinds)));
    }
    return node;
  }

  boolean comesFrom(String value, String... kinds) {
    NodeProto node = producers.get(value);
    return node != null && List.of(kinds).contains(node.getOpType());
  }

  /** Whether a value is the product of something and a constant matrix. */
  boolean isProductWithConstant(String value) {
    return comesFrom(value, "MatMul") && isConstant(producers.get(value).getInput(1));
  }

  /** The one input of a node that is no constant. */
  String variable(NodeProto node) throws UnknownGraphException {
    return only(node, false);
  }

  /** The one input of a node that is a constant. */
  String constant(NodeProto node) throws UnknownGraphException {
    return only(node, true);
  }

  private String only(NodeProto node, boolean constant) throws UnknownGraphException {
    List<String> found =
        node.getInputList().stream().filter(input -> isConstant(input) == constant).toList();
    if (found.size() != 1) {
      throw new UnknownGraphException(
          "%s %s has %d %s inputs where one was expected"
              .formatted(
                  node.getOpType(),
                  node.getName(),
                  found.size(),
                  constant ? "constant" : "variable"));
    }
    return found.getFirst();
  }

  /** A constant of floats with so many dimensions. */
  private TensorProto tensor(String value, int dimensions) throws UnknownGraphException {
    TensorProto tensor = constants.get(value);
    if (tensor == null
        || tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE
        || tensor.getDimsCount() != dimensions) {
      throw new UnknownGraphException(
          "%s is no constant of floats with %d dimensions".formatted(value, dimensions));
    }
    return tensor;
  }

  Matrix matrix(String value) throws UnknownGraphException {
    TensorProto tensor = tensor(value, 2);
    return new Matrix((int) tensor.getDims(0), (int) tensor.getDims(1), floats(tensor));
  }

  float[] vector(String value) throws UnknownGraphException {
    return floats(tensor(value, 1));
  }

  /** A constant with a single number in it. */
  float scalar(String value) throws UnknownGraphException {
    TensorProto tensor = constants.get(value);
    if (tensor != null && tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE) {
      float[] values = floats(tensor);
      if (values.length == 1) {
        return values[0];
      }
    }
    throw new UnknownGraphException("%s is no single constant number".formatted(value));
  }

  /** Whether a value is a constant with a single number in it. */
  boolean isScalar(String value) {
    try {
      scalar(value);
      return true;
    } catch (UnknownGraphException e) {
      return false;
    }
  }

  static float[] floats(TensorProto tensor) {
    if (!tensor.hasRawData()) {
      float[] values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
      return values;
    }
    FloatBuffer raw =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[raw.remaining()];
    raw.get(values);
    return values;
  }

  static float attribute(NodeProto node, String name, float otherwise) {
    Optional<AttributeProto> found =
        node.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
    return found.map(AttributeProto::getF).orElse(otherwise);
  }
}
