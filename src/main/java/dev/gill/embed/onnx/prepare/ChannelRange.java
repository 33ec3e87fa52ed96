package dev.gill.embed.onnx.prepare;

import java.util.Arrays;

/**
 * How far a value went in each of its channels, over all tokens of some texts.
 *
 * @param least of each channel
 * @param most of each channel
 */
public record ChannelRange(float[] least, float[] most) {
  /**
   * @param rows of so many numbers, one after another
   */
  public static ChannelRange of(float[] rows, int width) {
    float[] least = new float[width];
    float[] most = new float[width];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    Arrays.fill(most, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < rows.length; i++) {
      least[i % width] = Math.min(least[i % width], rows[i]);
      most[i % width] = Math.max(most[i % width], rows[i]);
    }
    return new ChannelRange(least, most);
  }

  /** Over the texts of both. */
  public ChannelRange and(ChannelRange other) {
    float[] lower = least.clone();
    float[] higher = most.clone();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Math.min(lower[i], other.least[i]);
      higher[i] = Math.max(higher[i], other.most[i]);
    }
    return new ChannelRange(lower, higher);
  }

  float[] middle() {
    float[] middle = new float[least.length];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = (least[i] + most[i]) / 2;
    }
    return middle;
  }

  /** How far it goes from its middle. */
  float[] around() {
    float[] around = new float[least.length];
    for (int i = 0; i < around.length; i++) {
      around[i] = (most[i] - least[i]) / 2;
    }
    return around;
  }
}
