package dev.gill.embed.onnx;

import java.util.Locale;

/** Where models run. */
public enum Device {
  /** On the processor, each text by itself. */
  CPU,
  /** On an NVIDIA GPU, in batches. */
  CUDA,
  /** On a GPU if there is one that works, or else on the processor. */
  AUTO;

  /**
   * The device of that name, in lower case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Device named(String name) {
    for (Device device : values()) {
      if (device.name().toLowerCase(Locale.ROOT).equals(name)) {
        return device;
      }
    }
    throw new IllegalArgumentException(
        "no model runs on '%s'; use cpu, cuda or auto".formatted(name));
  }
}
