package dev.gill.bench;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Vectors of unit length as embeddings are: all on one side of the sphere, in clusters, and with
 * some directions that matter more than others. Each depends on the seed and its number alone.
 *
 * @param dimension numbers in a vector
 * @param clusters how many there are; a vector belongs to the one that its number tells
 */
record Clusters(long seed, int dimension, int clusters) {
  /** The share of a vector that all have in common, that of its cluster, and its own. */
  private static final double COMMON = 1.0;

  private static final double CLUSTER = 0.7;
  private static final double OWN = 0.7;

  /** How far a question lies from the passage that it is about. */
  private static final double QUESTION = 0.6;

  /** How fast directions lose weight, as a power of their rank. */
  private static final double DECAY = -0.3;

  /** The vector of a passage. */
  float[] passage(int number) {
    double[] sum = new double[dimension];
    add(sum, COMMON, random(1, 0));
    add(sum, CLUSTER, random(2, number % clusters));
    add(sum, OWN, random(3, number));
    return unit(sum);
  }

  /** The vector of a question about a passage. */
  float[] question(int number, int passage) {
    float[] about = passage(passage);
    double[] sum = new double[dimension];
    add(sum, QUESTION, random(4, number));
    for (int i = 0; i < dimension; i++) {
      sum[i] += about[i] * length(COMMON, CLUSTER, OWN);
    }
    return unit(sum);
  }

  private static double length(double... parts) {
    double square = 0;
    for (double part : parts) {
      square += part * part;
    }
    return Math.sqrt(square);
  }

  private RandomGenerator random(int kind, int number) {
    return new SplittableRandom(
        seed * 31 + kind * 0x9E3779B97F4A7C15L + number * 0x632BE59BD9B4E019L);
  }

  /** Adds a random vector of about that length. */
  private void add(double[] sum, double length, RandomGenerator random) {
    double squares = 0;
    for (int i = 0; i < dimension; i++) {
      squares += Math.pow(i + 1.0, 2 * DECAY);
    }
    for (int i = 0; i < dimension; i++) {
      sum[i] += length * random.nextGaussian() * Math.pow(i + 1.0, DECAY) / Math.sqrt(squares);
    }
  }

  private static float[] unit(double[] numbers) {
    double length = length(numbers);
    float[] unit = new float[numbers.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (numbers[i] / length);
    }
    return unit;
  }
}
