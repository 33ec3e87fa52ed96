package dev.gill.embed.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.gill.embed.onnx.prepare.RowGraph;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A model prepared for a CPU: from tokens to the vector, or a reader's scores, in one graph. */
final class RowModel implements TextModel {
  private final ModelDescription description;
  private final OrtSession session;

  private RowModel(ModelDescription description, OrtSession session) {
    this.description = description;
    this.session = session;
  }

  static RowModel open(ModelDescription description, Path file) {
    OrtSession session = Sessions.open(file);
    try {
      NodeInfo output = session.getOutputInfo().values().iterator().next();
      long[] shape = ((TensorInfo) output.getInfo()).getShape();
      if (shape[shape.length - 1] != description.dimension()) {
        throw new ModelException(
            "The model file %s yields %d numbers a text, not %d: correct the dimension in its model.properties."
                .formatted(file, shape[shape.length - 1], description.dimension()));
      }
      return new RowModel(description, session);
    } catch (OrtException e) {
      Sessions.close(session);
      throw Sessions.cannotOpen(file, e);
    } catch (ModelException e) {
      Sessions.close(session);
      throw e;
    }
  }

  @Override
  public int budget() {
    return 1;
  }

  @Override
  public List<float[]> vectors(List<long[]> texts) {
    return texts.stream().map(this::vector).toList();
  }

  private float[] vector(long[] ids) {
    try (OnnxTensor tokens = Sessions.tensor(ids, ids.length);
        OnnxTensor types =
            description.reads() ? Sessions.tensor(Segments.types(ids), ids.length) : null;
        OrtSession.Result result = session.run(inputs(tokens, types))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] vector = new float[values.remaining()];
      values.get(vector);
      return vector;
    } catch (OrtException e) {
      throw Sessions.failed(description, ids.length, e);
    }
  }

  private static Map<String, OnnxTensor> inputs(OnnxTensor tokens, OnnxTensor types) {
    return types == null
        ? Map.of(RowGraph.INPUT, tokens)
        : Map.of(RowGraph.INPUT, tokens, RowGraph.TYPES, types);
  }

  @Override
  public void close() {
    Sessions.close(session);
  }
}
