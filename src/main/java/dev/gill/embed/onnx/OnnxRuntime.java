package dev.gill.embed.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * ONNX Runtime in this process.
 *
 * <p>It starts by matching the process's command line with a recursive pattern, which takes
 * hundreds of bytes of stack for each character: with 4,000 of them (a class path, many options) it
 * ran over a thread's usual stack and took the process down without a word. So it is started on a
 * thread with room enough.
 */
final class OnnxRuntime {
  private static final long STACK_BYTES = 128L << 20;

  private OnnxRuntime() {}

  /** The environment of this process, reporting nothing to its makers. */
  static OrtEnvironment environment() throws OrtException {
    CompletableFuture<OrtEnvironment> started = new CompletableFuture<>();
    Thread starting = new Thread(null, () -> start(started), "onnx-runtime-start", STACK_BYTES);
    starting.setDaemon(true);
    starting.start();
    try {
      return started.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case OrtException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw e;
      }
    }
  }

  private static void start(CompletableFuture<OrtEnvironment> started) {
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      started.complete(environment);
    } catch (OrtException | RuntimeException | Error e) {
      started.completeExceptionally(e);
    }
  }
}
