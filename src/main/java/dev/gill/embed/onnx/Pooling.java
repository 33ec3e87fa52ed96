package dev.gill.embed.onnx;

import dev.gill.embed.onnx.prepare.Output;
import java.util.Arrays;

/** How the vectors of a text's tokens become the one vector of the text. */
public enum Pooling {
  /** The vector of the first token, the special one that stands for the whole. */
  CLS {
    @Override
    float[] pool(float[] states, int dimension) {
      return Arrays.copyOf(states, dimension);
    }
  },
  /** The mean over all tokens, the special ones included. */
  MEAN {
    @Override
    float[] pool(float[] states, int dimension) {
      double[] sums = new double[dimension];
      for (int i = 0; i < states.length; i++) {
        sums[i % dimension] += states[i];
      }
      float[] mean = new float[dimension];
      int tokens = states.length / dimension;
      for (int i = 0; i < dimension; i++) {
        mean[i] = (float) (sums[i] / tokens);
      }
      return mean;
    }
  },
  /** None: a reader's scores of each token. */
  NONE {
    @Override
    float[] pool(float[] states, int dimension) {
      return states.clone();
    }
  };

  /**
   * Pools the states of one text.
   *
   * @param states token after token, {@code dimension} numbers each
   */
  abstract float[] pool(float[] states, int dimension);

  /** What a prepared graph yields for it. */
  Output output() {
    return switch (this) {
      case CLS -> Output.FIRST;
      case MEAN -> Output.MEAN;
      case NONE -> Output.SCORES;
    };
  }
}
