package dev.gill.embed.onnx;

import dev.gill.embed.Embedder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The models that the build unpacks. */
final class RealModel {
  static final Path FOLDER = Path.of("models");
  static final String ENGLISH = "bge-small-en-v1.5";
  static final String CHINESE = "bge-small-zh-v1.5";

  private RealModel() {}

  static Path description(String name) {
    Path model = FOLDER.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(model.resolve(name + ".onnx")),
        () -> model + " holds no model: delete models/.unpacked and run ./mvnw generate-resources");
    return model.resolve("model.properties");
  }

  static Embedder open(String name) {
    return OnnxEmbedder.open(ModelDescription.read(description(name)), OnnxSettings.defaults());
  }
}
