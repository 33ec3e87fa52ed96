package dev.gill.embed.onnx.prepare;

/**
 * A layer norm: its scale, its shift, and what keeps it from dividing by zero.
 *
 * @param value what it yields is called so in the published graph
 */
record Norm(String value, float[] gamma, float[] beta, float epsilon) {
  /** The same, lowered by a number for each channel. */
  Norm minus(float[] channels) {
    float[] lowered = beta.clone();
    for (int i = 0; i < lowered.length; i++) {
      lowered[i] -= channels[i];
    }
    return new Norm(value, gamma, lowered, epsilon);
  }
}
