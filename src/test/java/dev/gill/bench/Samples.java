package dev.gill.bench;

import java.util.Arrays;

/** A series of measurements of one thing, in whatever unit; there is at least one. */
record Samples(double[] sorted) {
  Samples {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = sorted.clone();
    Arrays.sort(sorted);
  }

  static Samples of(double... values) {
    return new Samples(values);
  }

  int count() {
    return sorted.length;
  }

  double min() {
    return sorted[0];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  double median() {
    return percentile(50);
  }

  double mean() {
    return Arrays.stream(sorted).average().orElseThrow();
  }

  /**
   * The value that so many in a hundred do not exceed, between two measurements in proportion.
   *
   * @param percent from 0 to 100
   */
  double percentile(double percent) {
    double at = percent / 100 * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Each measurement times a factor: another unit. */
  Samples times(double factor) {
    return new Samples(Arrays.stream(sorted).map(value -> value * factor).toArray());
  }
}
