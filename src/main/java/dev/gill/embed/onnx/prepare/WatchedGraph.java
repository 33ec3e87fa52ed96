package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;

/**
 * A published encoder that also gives what its layer norms yield, so that it can be measured how
 * far they reach.
 *
 * @param model the published one with more outputs, each 1 by tokens by width
 * @param values the names of these
 */
public record WatchedGraph(byte[] model, List<String> values) {
  public WatchedGraph {
    values = List.copyOf(values);
  }

  /**
   * @param published an ONNX model of a BERT-shaped encoder in fp32
   * @throws UnknownGraphException if it is not of that shape
   */
  public static WatchedGraph of(byte[] published) throws UnknownGraphException {
    try {
      ModelProto.Builder model = ModelProto.parseFrom(published).toBuilder();
      Encoder encoder = EncoderReader.read(new GraphView(model.getGraph()));
      List<String> values = encoder.norms().stream().map(Norm::value).toList();
      values.stream()
          .filter(value -> !outputs(model).contains(value))
          .forEach(value -> model.getGraphBuilder().addOutput(floats(value)));
      return new WatchedGraph(model.build().toByteArray(), values);
    } catch (InvalidProtocolBufferException e) {
      throw UnknownGraphException.noModel(e);
    }
  }

  private static List<String> outputs(ModelProto.Builder model) {
    return model.getGraph().getOutputList().stream().map(ValueInfoProto::getName).toList();
  }

  private static ValueInfoProto floats(String name) {
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
