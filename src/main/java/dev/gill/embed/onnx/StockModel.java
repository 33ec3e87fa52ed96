package dev.gill.embed.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A model as it was published: fp32, all tokens' states as its output. */
final class StockModel implements TextModel {
  private static final String TOKENS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  /** Tokens that fill a GPU while their states stay below 100 MB; not measured. */
  private static final int GPU_BUDGET = 16_384;

  private static final Set<String> FED = Set.of(TOKENS, MASK, TYPES);

  private final ModelDescription description;
  private final OrtSession session;
  private final String output;
  private final int budget;

  private StockModel(ModelDescription description, OrtSession session, String output, int budget) {
    this.description = description;
    this.session = session;
    this.output = output;
    this.budget = budget;
  }

  /** On the processor. */
  static StockModel open(ModelDescription description) {
    return open(description, description.model().path());
  }

  /** Another file of the same model on the processor. */
  static StockModel open(ModelDescription description, Path file) {
    return open(description, Sessions.open(file), 1);
  }

  /**
   * On a GPU.
   *
   * @throws ModelException if there is none that works
   */
  static StockModel onGpu(ModelDescription description) {
    return open(description, Sessions.openOnGpu(description.model().path()), GPU_BUDGET);
  }

  private static StockModel open(ModelDescription description, OrtSession session, int budget) {
    try {
      checkInputs(description, session);
      return new StockModel(description, session, findOutput(description, session), budget);
    } catch (OrtException e) {
      Sessions.close(session);
      throw Sessions.cannotOpen(description.model().path(), e);
    } catch (ModelException e) {
      Sessions.close(session);
      throw e;
    }
  }

  @Override
  public int budget() {
    return budget;
  }

  @Override
  public List<float[]> vectors(List<long[]> texts) {
    int longest = texts.stream().mapToInt(text -> text.length).max().orElse(0);
    float[] states = run(texts, longest, List.of(output)).getFirst();
    return pooled(FloatBuffer.wrap(states), texts, longest);
  }

  /** Outputs of the graph for one text, each a row of numbers for each token. */
  List<float[]> values(long[] text, List<String> outputs) {
    return run(List.of(text), text.length, outputs);
  }

  private List<float[]> run(List<long[]> texts, int longest, List<String> outputs) {
    try (OnnxTensor tokens = padded(texts, longest, text -> text);
        OnnxTensor mask = padded(texts, longest, StockModel::ones);
        OnnxTensor types = padded(texts, longest, this::types)) {
      Map<String, OnnxTensor> inputs =
          new HashMap<>(Map.of(TOKENS, tokens, MASK, mask, TYPES, types));
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs, Set.copyOf(outputs))) {
        List<float[]> values = new ArrayList<>();
        for (String each : outputs) {
          values.add(((OnnxTensor) result.get(each).orElseThrow()).getFloatBuffer().array());
        }
        return values;
      }
    } catch (OrtException e) {
      throw Sessions.failed(description, longest, e);
    }
  }

  private List<float[]> pooled(FloatBuffer states, List<long[]> texts, int longest) {
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      float[] own = new float[texts.get(i).length * description.dimension()];
      states.get(i * longest * description.dimension(), own);
      float[] pooled = description.pooling().pool(own, description.dimension());
      vectors.add(description.reads() ? pooled : unit(pooled));
    }
    return vectors;
  }

  private long[] types(long[] text) {
    return description.reads() ? Segments.types(text) : new long[text.length];
  }

  private static long[] ones(long[] text) {
    long[] ones = new long[text.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** A row for each text, with zeros after its end. */
  private static OnnxTensor padded(List<long[]> texts, int longest, UnaryOperator<long[]> row)
      throws OrtException {
    long[] rows = new long[texts.size() * longest];
    for (int i = 0; i < texts.size(); i++) {
      long[] values = row.apply(texts.get(i));
      System.arraycopy(values, 0, rows, i * longest, values.length);
    }
    return Sessions.tensor(rows, texts.size(), longest);
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
