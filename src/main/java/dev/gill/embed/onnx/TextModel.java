package dev.gill.embed.onnx;

import java.util.List;

/** From the tokens of texts to their vectors. Safe for use by several threads. */
interface TextModel extends AutoCloseable {
  /**
   * How many tokens to give it at a time, each text of a batch counted as long as its longest; 1 if
   * it is best given one text at a time.
   */
  int budget();

  /**
   * The vectors of texts, of unit length, in order; of a reader, the scores of each token of each.
   *
   * @param texts the tokens of each, the special ones included
   */
  List<float[]> vectors(List<long[]> texts);

  @Override
  void close();
}
