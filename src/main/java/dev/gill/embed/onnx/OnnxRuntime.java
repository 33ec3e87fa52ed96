package dev.gill.embed.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * ONNX Runtime in this process, and the only place that starts it.
 *
 * <p>On Linux and macOS it reports to its makers as soon as it starts: the machine, the command,
 * and every model that is opened, kept in the user's home until they are sent. Switching that off
 * afterwards comes too late, so it is set before, by the variable that it reads then.
 *
 * <p>It also matches the process's command line with a recursive pattern, which takes hundreds of
 * bytes of stack for each character: with 4,000 of them (a class path, many options) it ran over a
 * thread's usual stack and took the process down without a word. So it is started on a thread with
 * room enough.
 */
public final class OnnxRuntime {
  private static final String NO_REPORTS = "ORT_DISABLE_TELEMETRY";
  private static final long STACK_BYTES = 128L << 20;

  private static OrtEnvironment started;

  private OnnxRuntime() {}

  /** The environment of this process, reporting nothing to its makers. */
  public static synchronized OrtEnvironment environment() throws OrtException {
    if (started == null) {
      started = start();
    }
    return started;
  }

  private static OrtEnvironment start() throws OrtException {
    CompletableFuture<OrtEnvironment> result = new CompletableFuture<>();
    Thread starting = new Thread(null, () -> start(result), "onnx-runtime-start", STACK_BYTES);
    starting.setDaemon(true);
    starting.start();
    try {
      return result.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case OrtException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw e;
      }
    }
  }

  private static void start(CompletableFuture<OrtEnvironment> result) {
    try {
      NativeEnvironment.set(NO_REPORTS, "1");
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      result.complete(environment);
    } catch (OrtException | RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
