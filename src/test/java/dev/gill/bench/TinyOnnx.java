package dev.gill.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes an ONNX file that multiplies one matrix of unsigned bytes by one of signed bytes, field by
 * field as onnx.proto numbers them: enough to ask ONNX Runtime how fast it multiplies at best.
 */
final class TinyOnnx {
  private static final int UINT8 = 2;
  private static final int INT8 = 3;
  private static final int INT32 = 6;
  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A model with the input {@code a}, rows by inner, and the output {@code y}, rows by columns. */
  static byte[] multiply(int rows, int inner, int columns, byte[] weights) {
    TinyOnnx node = new TinyOnnx().text(1, "a").text(1, "b").text(2, "y").text(4, "MatMulInteger");
    TinyOnnx tensor =
        new TinyOnnx()
            .number(1, inner)
            .number(1, columns)
            .number(2, INT8)
            .text(8, "b")
            .field(9, weights);
    TinyOnnx graph =
        new TinyOnnx()
            .field(1, node)
            .text(2, "multiply")
            .field(5, tensor)
            .field(11, value("a", UINT8, rows, inner))
            .field(12, value("y", INT32, rows, columns));
    TinyOnnx opset = new TinyOnnx().number(2, OPSET);
    return new TinyOnnx().number(1, IR_VERSION).field(7, graph).field(8, opset).bytes.toByteArray();
  }

  private static TinyOnnx value(String name, int type, int rows, int columns) {
    TinyOnnx shape =
        new TinyOnnx()
            .field(1, new TinyOnnx().number(1, rows))
            .field(1, new TinyOnnx().number(1, columns));
    TinyOnnx tensor = new TinyOnnx().number(1, type).field(2, shape);
    return new TinyOnnx().text(1, name).field(2, new TinyOnnx().field(1, tensor));
  }

  private TinyOnnx number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  private TinyOnnx text(int field, String value) {
    return field(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private TinyOnnx field(int field, TinyOnnx message) {
    return field(field, message.bytes.toByteArray());
  }

  private TinyOnnx field(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while (rest >= 0x80) {
      bytes.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
