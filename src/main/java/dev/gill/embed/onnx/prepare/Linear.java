package dev.gill.embed.onnx.prepare;

/**
 * {@code y = x · weights + bias}.
 *
 * @param weights a row for each number in, a column for each number out
 */
record Linear(Matrix weights, float[] bias) {
  int in() {
    return weights.rows();
  }

  int out() {
    return weights.columns();
  }
}
