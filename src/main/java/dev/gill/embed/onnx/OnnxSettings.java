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
 * @param nativeFolder a writable folder to unpack native libraries into; if empty, one in the
 *     user's home, or else among the temporary files. The first model opened in a process decides.
 */
public record OnnxSettings(
    int threads, Device device, Map<Language, String> chosen, Optional<Path> nativeFolder) {
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
