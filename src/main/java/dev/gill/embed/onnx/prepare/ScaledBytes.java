package dev.gill.embed.onnx.prepare;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A matrix kept as a byte for each number, with a scale for each row or each column. */
final class ScaledBytes {
  private ScaledBytes() {}

  /**
   * The matrix in floats.
   *
   * @param bytes int8, rows by columns
   * @param scale floats, rows by 1 or 1 by columns
   */
  static TensorProto floats(TensorProto bytes, TensorProto scale) {
    ByteString raw = bytes.getRawData();
    int columns = (int) bytes.getDims(1);
    boolean ofColumns = scale.getDims(0) == 1;
    float[] scales = GraphView.floats(scale);
    ByteBuffer floats =
        ByteBuffer.allocate(raw.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < raw.size(); i++) {
      floats.putFloat(raw.byteAt(i) * scales[ofColumns ? i % columns : i / columns]);
    }
    return TensorProto.newBuilder()
        .setDataType(TensorProto.DataType.FLOAT_VALUE)
        .addAllDims(bytes.getDimsList())
        .setRawData(ByteString.copyFrom(floats.flip()))
        .build();
  }
}
