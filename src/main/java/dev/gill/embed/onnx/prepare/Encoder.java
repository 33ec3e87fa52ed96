package dev.gill.embed.onnx.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a BERT-shaped encoder consists of.
 *
 * @param words a row for each token of the vocabulary
 * @param positions a row for each position, the first token type's added in
 * @param heads of attention
 * @param reading what makes a reader of it, if it is one
 */
record Encoder(
    Matrix words,
    Matrix positions,
    Norm norm,
    int heads,
    List<Layer> layers,
    Optional<Reading> reading) {
  /**
   * What a reader of two texts has besides.
   *
   * @param second what is added to the positions of the second text
   * @param scores the last step, from a token's state to its scores
   */
  record Reading(float[] second, Linear scores) {}

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
