package dev.gill.index.lucene;

/** Keeps vectors at unit length, so that a dot product is the cosine. */
final class UnitVectors {
  private static final double TOLERANCE = 1e-4;

  private UnitVectors() {}

  /** The vector itself if its length is 1 or 0, else a copy brought to length 1. */
  static float[] unit(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    if (square == 0 || Math.abs(square - 1) < TOLERANCE) {
      return vector;
    }
    double length = Math.sqrt(square);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }
}
