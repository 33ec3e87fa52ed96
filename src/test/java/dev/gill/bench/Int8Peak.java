package dev.gill.bench;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.gill.embed.onnx.OnnxRuntime;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The fastest that ONNX Runtime multiplies bytes here: one large product after another, a session
 * of one thread on every core.
 */
final class Int8Peak implements AutoCloseable {
  private static final int ROWS = 1024;
  private static final int INNER = 1536;
  private static final int COLUMNS = 1536;
  private static final int TIMES = 20;

  private final OrtEnvironment environment = OnnxRuntime.environment();
  private final List<OrtSession> sessions = new ArrayList<>();
  private final OnnxTensor input;
  private final ExecutorService threads;

  /** Opens it. */
  Int8Peak(int cores) throws OrtException {
    Random random = new Random(1);
    byte[] weights = new byte[INNER * COLUMNS];
    random.nextBytes(weights);
    byte[] model = TinyOnnx.multiply(ROWS, INNER, COLUMNS, weights);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      for (int i = 0; i < cores; i++) {
        sessions.add(environment.createSession(model, options));
      }
    }
    ByteBuffer bytes = ByteBuffer.allocateDirect(ROWS * INNER);
    while (bytes.hasRemaining()) {
      bytes.put((byte) random.nextInt());
    }
    input =
        OnnxTensor.createTensor(
            environment, bytes.flip(), new long[] {ROWS, INNER}, OnnxJavaType.UINT8);
    threads = Executors.newFixedThreadPool(cores);
  }

  /** Operations in one round, in 10^9; a multiplication and an addition are two. */
  double gigaOperations() {
    return 2.0 * ROWS * INNER * COLUMNS * TIMES * sessions.size() / 1e9;
  }

  /** One round. */
  void run() throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (OrtSession session : sessions) {
      work.add(
          () -> {
            for (int i = 0; i < TIMES; i++) {
              session.run(Map.of("a", input)).close();
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(work)) {
      done.get();
    }
  }

  @Override
  public void close() throws OrtException {
    threads.shutdown();
    input.close();
    for (OrtSession session : sessions) {
      session.close();
    }
  }
}
