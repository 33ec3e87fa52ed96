package dev.gill.embed.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.gill.embed.onnx.prepare.RowGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A model prepared for a CPU: from tokens to the vector in one graph. */
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
        OrtSession.Result result = session.run(Map.of(RowGraph.INPUT, tokens))) {
      float[] vector = new float[description.dimension()];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
      return vector;
    } catch (OrtException e) {
      throw Sessions.failed(description, ids.length, e);
    }
  }

  @Override
  public void close() {
    Sessions.close(session);
  }
}
