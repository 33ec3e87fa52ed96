package dev.gill.embed.onnx;

/** From the tokens of one text to its vector. Safe for use by several threads. */
interface TextModel extends AutoCloseable {
  /**
   * The vector of a text, of unit length.
   *
   * @param ids its tokens, the special ones included
   */
  float[] vector(long[] ids);

  @Override
  void close();
}
