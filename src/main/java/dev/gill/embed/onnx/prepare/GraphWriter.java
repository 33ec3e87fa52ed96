package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a graph node by node; each method returns the name of the value that it adds. */
final class GraphWriter {
  /** The operators that ONNX Runtime adds to the standard's. */
  static final String MICROSOFT = "com.microsoft";

  /** Stands for an input that a node goes without. */
  static final String LEFT_OUT = "";

  /** Stands for a dimension as long as the text. */
  static final int TOKENS = -1;

  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 17;

  private final GraphProto.Builder graph;
  private final Set<String> constants = new HashSet<>();

  GraphWriter(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  /** An attribute of a node. */
  record Attribute(AttributeProto proto) {
    static Attribute of(String name, long value) {
      return new Attribute(attribute(name, AttributeType.INT).setI(value).build());
    }

    static Attribute of(String name, float value) {
      return new Attribute(attribute(name, AttributeType.FLOAT).setF(value).build());
    }

    static Attribute list(String name, long value) {
      return new Attribute(attribute(name, AttributeType.INTS).addInts(value).build());
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
      return AttributeProto.newBuilder().setName(name).setType(type);
    }
  }

  /** An input with a number for each token. */
  String input(String name, int type) {
    Dimension tokens = Dimension.newBuilder().setDimParam("tokens").build();
    graph.addInput(value(name, type, TensorShapeProto.newBuilder().addDim(tokens)));
    return name;
  }

  void output(String name, int type, int... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int dimension : dimensions) {
      shape.addDim(
          dimension == TOKENS
              ? Dimension.newBuilder().setDimParam("tokens")
              : Dimension.newBuilder().setDimValue(dimension));
    }
    graph.addOutput(value(name, type, shape));
  }

  private static ValueInfoProto value(String name, int type, TensorShapeProto.Builder shape) {
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** A node of the standard's operators. */
  String node(String kind, List<Attribute> attributes, String... inputs) {
    return node("", kind, attributes, inputs);
  }

  String node(String domain, String kind, List<Attribute> attributes, String... inputs) {
    return node(domain, kind, attributes, Arrays.asList(inputs), 1).getFirst();
  }

  String node(String domain, String kind, List<String> inputs) {
    return node(domain, kind, List.of(), inputs, 1).getFirst();
  }

  /** A node of the standard's operators that yields several values. */
  List<String> nodes(String kind, int values, String... inputs) {
    return node("", kind, List.of(), Arrays.asList(inputs), values);
  }

  private List<String> node(
      String domain, String kind, List<Attribute> attributes, List<String> inputs, int values) {
    String name = kind + "_" + graph.getNodeCount();
    List<String> outputs = new ArrayList<>(List.of(name));
    for (int i = 1; i < values; i++) {
      outputs.add(name + "_" + i);
    }
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(kind)
            .setName(name)
            .addAllInput(inputs)
            .addAllOutput(outputs);
    attributes.forEach(attribute -> node.addAttribute(attribute.proto()));
    graph.addNode(node);
    return outputs;
  }

  /** A constant; the same name again is the same constant. */
  String floats(String name, float[] values, int... dimensions) {
    ByteBuffer bytes = bytes(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return constant(name, TensorProto.DataType.FLOAT_VALUE, bytes.array(), dimensions);
  }

  String halves(String name, float[] values, int... dimensions) {
    ByteBuffer bytes = bytes(values.length * Short.BYTES);
    for (float value : values) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    return constant(name, TensorProto.DataType.FLOAT16_VALUE, bytes.array(), dimensions);
  }

  String number(float value) {
    return floats("number " + value, new float[] {value}, 1);
  }

  String whole(long value) {
    ByteBuffer bytes = bytes(Long.BYTES).putLong(value);
    return constant("whole " + value, TensorProto.DataType.INT64_VALUE, bytes.array(), 1);
  }

  String constant(String name, int type, byte[] raw, int... dimensions) {
    if (constants.add(name)) {
      TensorProto.Builder tensor =
          TensorProto.newBuilder()
              .setName(name)
              .setDataType(type)
              .setRawData(ByteString.copyFrom(raw));
      for (int dimension : dimensions) {
        tensor.addDims(dimension);
      }
      graph.addInitializer(tensor);
    }
    return name;
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] model() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("gill")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
