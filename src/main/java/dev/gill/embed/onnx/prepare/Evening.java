package dev.gill.embed.onnx.prepare;

/**
 * Evens out the channels of a layer norm's output before it is made int8: a channel of large
 * numbers is divided, and the weights that it meets are multiplied, by the same factor
 * (SmoothQuant, Xiao et al. 2023).
 */
final class Evening {
  /** Of the two sides' ranges, the share that the activations count; chosen by measuring. */
  private static final double ACTIVATIONS = 0.7;

  private static final double LEAST = 1e-9;

  private Evening() {}

  /**
   * A factor for each channel.
   *
   * @param reach how far each channel goes from zero
   * @param steps what the channels go into
   */
  static float[] factors(float[] reach, Linear... steps) {
    float[] factors = new float[reach.length];
    for (int row = 0; row < factors.length; row++) {
      double heaviest = LEAST;
      for (Linear step : steps) {
        heaviest = Math.max(heaviest, step.weights().heaviest(row));
      }
      factors[row] =
          (float)
              (StrictMath.pow(reach[row] + LEAST, ACTIVATIONS)
                  / StrictMath.pow(heaviest, 1 - ACTIVATIONS));
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
