package dev.gill.embed.onnx;

import dev.gill.model.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the models are to run.
 *
 * @param threads texts embedded at a time; a core each is best
 * @param device where they run
 * @param chosen the name of the model for a language; may leave out those that one model lists
 * @param data the data folder, below which native libraries are unpacked; if empty, they unpack
 *     themselves among the temporary files and in the home. The first model opened in a process
 *     decides.
 */
public record OnnxSettings(
    int threads, Device device, Map<Language, String> chosen, Optional<Path> data) {
  public OnnxSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("embed on at least one thread, not " + threads);
    }
    Objects.requireNonNull(device, "device");
    chosen = Map.copyOf(chosen);
  }

  /** On the processor, a thread for every core, and the one model there is for each language. */
  public static OnnxSettings defaults() {
    return new OnnxSettings(
        Runtime.getRuntime().availableProcessors(), Device.CPU, Map.of(), Optional.empty());
  }
}
