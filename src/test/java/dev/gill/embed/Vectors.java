package dev.gill.embed;

import java.util.Arrays;
import java.util.Comparator;

/** What tests ask of vectors. */
public final class Vectors {
  /** Equal only if every bit is. */
  public static final Comparator<float[]> BY_BITS = Arrays::compare;

  private Vectors() {}

  /** The cosine of two vectors of unit length. */
  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
