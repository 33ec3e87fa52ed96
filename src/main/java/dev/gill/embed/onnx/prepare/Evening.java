package dev.gill.embed.onnx.prepare;

/**
 * Evens out the channels of a layer norm's output before it is made int8: a channel of large
 * numbers is divided, and the weights that it meets are multiplied, by the same factor. How large a
 * channel gets is read off the norm itself.
 */
final class Evening {
  /** Of the two sides' ranges, the share that the activations count; chosen by measuring. */
  private static final double ACTIVATIONS = 0.7;

  /** How far from its shift a channel goes, in units of its scale. */
  private static final double REACH = 3;

  private Evening() {}

  /** A factor for each channel. */
  static float[] factors(Norm norm, Matrix weights) {
    float[] factors = new float[weights.rows()];
    for (int row = 0; row < factors.length; row++) {
      double heaviest = 1e-9;
      for (int column = 0; column < weights.columns(); column++) {
        heaviest = Math.max(heaviest, Math.abs(weights.at(row, column)));
      }
      double reach = Math.abs(norm.beta()[row]) + REACH * Math.abs(norm.gamma()[row]) + 1e-9;
      factors[row] =
          (float) (StrictMath.pow(reach, ACTIVATIONS) / StrictMath.pow(heaviest, 1 - ACTIVATIONS));
    }
    return factors;
  }

  static float[] inverse(float[] factors) {
    float[] inverse = new float[factors.length];
    for (int i = 0; i < factors.length; i++) {
      inverse[i] = 1 / factors[i];
    }
    return inverse;
  }
}
