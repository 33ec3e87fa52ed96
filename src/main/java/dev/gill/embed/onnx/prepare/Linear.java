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

  /** The same for an input that is lowered by a number for each channel. */
  Linear afterMinus(float[] channels) {
    return plus(weights.product(channels));
  }

  /** The same with these added to what it yields. */
  Linear plus(float[] channels) {
    float[] raised = bias.clone();
    for (int i = 0; i < raised.length; i++) {
      raised[i] += channels[i];
    }
    return new Linear(weights, raised);
  }

  /** The same for an input whose channels are divided by these. */
  Linear afterDivision(float[] channels) {
    return new Linear(weights.timesRows(channels), bias);
  }
}
