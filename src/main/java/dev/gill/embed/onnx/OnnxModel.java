package dev.gill.embed.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * From the tokens of one text to its vector. Safe for use by several threads; each run keeps one
 * core busy.
 *
 * <p>One session serves all threads: it was measured as fast as one a thread, and holds the weights
 * once.
 */
final class OnnxModel implements AutoCloseable {
  private static final String TOKENS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final Set<String> FED = Set.of(TOKENS, MASK, TYPES);

  private final ModelDescription description;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;

  private OnnxModel(
      ModelDescription description, OrtEnvironment environment, OrtSession session, String output) {
    this.description = description;
    this.environment = environment;
    this.session = session;
    this.output = output;
  }

  static OnnxModel open(ModelDescription description) {
    OrtSession session = null;
    try (SessionOptions options = new SessionOptions()) {
      OrtEnvironment environment = OnnxRuntime.environment();
      options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // The levels above cost 7% of the speed on this kind of model, measured on both that ship.
      options.setOptimizationLevel(SessionOptions.OptLevel.BASIC_OPT);
      // A pattern is kept for every length of text ever seen, and gains nothing measurable.
      options.setMemoryPatternOptimization(false);
      session = environment.createSession(description.model().path().toString(), options);
      checkInputs(description, session);
      return new OnnxModel(description, environment, session, findOutput(description, session));
    } catch (OrtException | UnsatisfiedLinkError e) {
      throw new ModelException(
          "The model file %s cannot be opened: %s."
              .formatted(description.model().path(), e.getMessage()),
          e);
    } catch (ModelException e) {
      close(session);
      throw e;
    }
  }

  /**
   * The vector of a text, of unit length.
   *
   * @param ids its tokens, the special ones included
   */
  float[] vector(long[] ids) {
    long[] mask = new long[ids.length];
    Arrays.fill(mask, 1);
    try (OnnxTensor tokens = row(ids);
        OnnxTensor all = row(mask);
        OnnxTensor types = row(new long[ids.length])) {
      Map<String, OnnxTensor> inputs =
          new HashMap<>(Map.of(TOKENS, tokens, MASK, all, TYPES, types));
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
        return unit(description.pooling().pool(states.array(), description.dimension()));
      }
    } catch (OrtException e) {
      throw new ModelException(
          "The model %s failed on a text of %d tokens: %s."
              .formatted(description.name(), ids.length, e.getMessage()),
          e);
    }
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  private static void checkInputs(ModelDescription description, OrtSession session)
      throws OrtException {
    for (NodeInfo input : session.getInputInfo().values()) {
      boolean int64 =
          input.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.INT64;
      if (!FED.contains(input.getName()) || !int64) {
        throw new ModelException(
            "The model file %s wants the input %s, but Gill gives only %s, %s and %s as int64: export the model with these."
                .formatted(description.model().path(), input, TOKENS, MASK, TYPES));
      }
    }
  }

  /** The states of all tokens: batch by tokens by dimension. */
  private static String findOutput(ModelDescription description, OrtSession session)
      throws OrtException {
    for (NodeInfo output : session.getOutputInfo().values()) {
      if (output.getInfo() instanceof TensorInfo tensor
          && tensor.type == OnnxJavaType.FLOAT
          && tensor.getShape().length == 3
          && tensor.getShape()[2] == description.dimension()) {
        return output.getName();
      }
    }
    throw new ModelException(
        "The model file %s has no output of float32 token states with %d numbers each, but %s: correct the dimension in its model.properties."
            .formatted(
                description.model().path(),
                description.dimension(),
                session.getOutputInfo().values()));
  }

  @Override
  public void close() {
    close(session);
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException("A model cannot be closed: %s.".formatted(e.getMessage()), e);
    }
  }
}
