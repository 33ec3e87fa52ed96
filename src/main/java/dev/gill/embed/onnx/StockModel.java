package dev.gill.embed.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A model as it was published: fp32, all tokens' states as its output. Each run keeps one core
 * busy.
 */
final class StockModel implements TextModel {
  private static final String TOKENS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final Set<String> FED = Set.of(TOKENS, MASK, TYPES);

  private final ModelDescription description;
  private final OrtSession session;
  private final String output;

  private StockModel(ModelDescription description, OrtSession session, String output) {
    this.description = description;
    this.session = session;
    this.output = output;
  }

  static StockModel open(ModelDescription description) {
    OrtSession session = Sessions.open(description.model().path());
    try {
      checkInputs(description, session);
      return new StockModel(description, session, findOutput(description, session));
    } catch (OrtException e) {
      Sessions.close(session);
      throw Sessions.cannotOpen(description.model().path(), e);
    } catch (ModelException e) {
      Sessions.close(session);
      throw e;
    }
  }

  @Override
  public float[] vector(long[] ids) {
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
      throw Sessions.failed(description, ids.length, e);
    }
  }

  private static OnnxTensor row(long[] values) throws OrtException {
    return Sessions.tensor(values, 1, values.length);
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
    Sessions.close(session);
  }
}
