package dev.gill.embed.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.LongBuffer;
import java.nio.file.Path;

/**
 * Opens graphs in ONNX Runtime. On the processor each run keeps one core busy, and one session
 * serves all threads: it was measured as fast as one a thread, and holds the weights once.
 */
final class Sessions {
  private Sessions() {}

  static OrtSession open(Path file) {
    try {
      OrtEnvironment environment = OnnxRuntime.environment();
      try (SessionOptions options = options()) {
        return environment.createSession(file.toString(), options);
      }
    } catch (OrtException | UnsatisfiedLinkError e) {
      throw cannotOpen(file, e);
    }
  }

  static OrtSession openOnGpu(Path file) {
    try {
      OrtEnvironment environment = OnnxRuntime.environment();
      try (SessionOptions options = new SessionOptions()) {
        options.addCUDA(0);
        return environment.createSession(file.toString(), options);
      }
    } catch (OrtException | UnsatisfiedLinkError e) {
      throw new ModelException(
          "No GPU can be used (%s): build with MAVEN_ARGS=-Pgpu on a machine with CUDA 12 and cuDNN 9, or set gill.embed.device to cpu or auto."
              .formatted(e.getMessage().lines().findFirst().orElse("").strip()),
          e);
    }
  }

  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    // The levels above cost 7% of the speed on this kind of model, measured on both that ship.
    options.setOptimizationLevel(SessionOptions.OptLevel.BASIC_OPT);
    // A pattern is kept for every length of text ever seen, and gains nothing measurable.
    options.setMemoryPatternOptimization(false);
    return options;
  }

  static OnnxTensor tensor(long[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxRuntime.environment(), LongBuffer.wrap(values), shape);
  }

  static ModelException cannotOpen(Path file, Throwable e) {
    return new ModelException(
        "The model file %s cannot be opened: %s.".formatted(file, e.getMessage()), e);
  }

  static ModelException failed(ModelDescription description, int tokens, OrtException e) {
    return new ModelException(
        "The model %s failed on a text of %d tokens: %s."
            .formatted(description.name(), tokens, e.getMessage()),
        e);
  }

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException("A model cannot be closed: %s.".formatted(e.getMessage()), e);
    }
  }
}
