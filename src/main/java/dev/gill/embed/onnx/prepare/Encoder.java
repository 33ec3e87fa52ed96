package dev.gill.embed.onnx.prepare;

import java.util.ArrayList;
import java.util.List;

/**
 * What a BERT-shaped encoder consists of.
 *
 * @param words a row for each token of the vocabulary
 * @param positions a row for each position, the first token type's added in
 * @param heads of attention
 */
record Encoder(Matrix words, Matrix positions, Norm norm, int heads, List<Layer> layers) {
  /** One layer: attention, then two dense steps with a GELU between them. */
  record Layer(
      Linear query,
      Linear key,
      Linear value,
      Linear attended,
      Norm afterAttention,
      Linear widened,
      Linear narrowed,
      Norm atEnd) {}

  /** Of the embeddings and the layers, in their order, but for the last one. */
  List<Norm> norms() {
    List<Norm> norms = new ArrayList<>(List.of(norm));
    for (Layer layer : layers) {
      norms.add(layer.afterAttention());
      norms.add(layer.atEnd());
    }
    norms.removeLast();
    return norms;
  }

  int width() {
    return words.columns();
  }
}
