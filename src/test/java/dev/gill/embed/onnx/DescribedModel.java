package dev.gill.embed.onnx;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Properties;

/** A folder with a description and files that agree with it but hold no model. */
final class DescribedModel {
  private final Path folder;
  private final Properties properties = new Properties();

  DescribedModel(Path folder, String name, String languages) throws IOException {
    this.folder = Files.createDirectories(folder);
    with("name", name);
    with("file", name + ".onnx").with("file.sha256", file(name + ".onnx", "the model"));
    with("tokenizer", "tokenizer.json");
    with("tokenizer.sha256", file("tokenizer.json", "the tokenizer"));
    with("pooling", "mean").with("prefix.question", "问题: ").with("prefix.passage", "");
    with("dimension", "4").with("max-tokens", "512").with("languages", languages);
    with("licence", "MIT").with("source", "made up");
  }

  /** Sets a key, or takes it away if the value is null. */
  DescribedModel with(String key, String value) {
    if (value == null) {
      properties.remove(key);
    } else {
      properties.setProperty(key, value);
    }
    return this;
  }

  Path write() throws IOException {
    Path file = folder.resolve("model.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }

  /** Puts other bytes into a file, and says so in the description. */
  DescribedModel file(String name, byte[] bytes, String key) throws IOException {
    return with(key + ".sha256", file(name, bytes));
  }

  private String file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String file(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return HexFormat.of().formatHex(ModelFile.newDigest().digest(bytes));
  }
}
