package dev.gill.embed.onnx;

import java.util.Arrays;

/** Keeps the two texts apart that a reader is given together. */
final class Segments {
  private Segments() {}

  /**
   * For each token 0 in the first text and 1 in the second.
   *
   * @param pair a first token, one text, a separator, the other text, and the separator again
   */
  static long[] types(long[] pair) {
    long separator = pair[pair.length - 1];
    int end = 0;
    while (pair[end] != separator) {
      end++;
    }
    long[] types = new long[pair.length];
    Arrays.fill(types, end + 1, types.length, 1);
    return types;
  }
}
