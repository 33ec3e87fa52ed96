package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.gill.embed.onnx.OnnxRuntime;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Int8PeakTest {
  @Test
  void the_model_that_is_written_multiplies() throws Exception {
    byte[] model = TinyOnnx.multiply(1, 2, 2, new byte[] {1, -2, 3, 4});
    OrtEnvironment environment = OnnxRuntime.environment();
    ByteBuffer input = ByteBuffer.allocateDirect(2).put((byte) 200).put((byte) 10).flip();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor a =
            OnnxTensor.createTensor(environment, input, new long[] {1, 2}, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of("a", a))) {
      assertThat((int[][]) result.get(0).getValue()).isEqualTo(new int[][] {{200 + 30, -400 + 40}});
    }
  }
}
