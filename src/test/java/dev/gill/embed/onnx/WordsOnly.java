package dev.gill.embed.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
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

/** A model that is no encoder: a token's state is its row in a table. */
final class WordsOnly {
  private WordsOnly() {}

  static byte[] model(int words, int dimension) {
    ByteBuffer table =
        ByteBuffer.allocate(words * dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < words * dimension; i++) {
      table.putFloat(1 + i % 7);
    }
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("words")
            .addInput(value("input_ids", TensorProto.DataType.INT64_VALUE, 1, 0))
            .addInitializer(
                TensorProto.newBuilder()
                    .setName("table")
                    .setDataType(TensorProto.DataType.FLOAT_VALUE)
                    .addDims(words)
                    .addDims(dimension)
                    .setRawData(ByteString.copyFrom(table.array())))
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("Gather")
                    .addInput("table")
                    .addInput("input_ids")
                    .addOutput("states")
                    .addAttribute(
                        AttributeProto.newBuilder()
                            .setName("axis")
                            .setType(AttributeProto.AttributeType.INT)
                            .setI(0)))
            .addOutput(value("states", TensorProto.DataType.FLOAT_VALUE, 1, 0, dimension));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  /** A dimension of 0 is one that is open. */
  private static ValueInfoProto value(String name, int type, int... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int dimension : dimensions) {
      shape.addDim(
          dimension == 0
              ? Dimension.newBuilder().setDimParam("tokens")
              : Dimension.newBuilder().setDimValue(dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }
}
