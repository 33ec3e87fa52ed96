package dev.gill.embed.onnx;

import java.nio.file.Path;
import java.util.Optional;

/** What the build calls, so that models are prepared before Gill is started for the first time. */
final class PrepareModels {
  private PrepareModels() {}

  /**
   * Prepares each model of a folder, unless it was before.
   *
   * @param arguments the folder, and one to unpack native libraries below
   */
  public static void main(String[] arguments) {
    Optional<Path> data = Optional.of(Path.of(arguments[1]));
    OnnxModels models = new OnnxModels(Path.of(arguments[0]), OnnxSettings.defaults());
    for (ModelDescription model : models.descriptions()) {
      if (Prepared.find(model).isEmpty()) {
        model.model().verify();
        model.tokenizer().verify();
        try (ModelTokenizer tokenizer = ModelTokenizer.open(model, data)) {
          System.out.printf(
              "The model %s %s%n", model.name(), Preparer.prepared(model, tokenizer).how());
        }
      }
    }
  }
}
