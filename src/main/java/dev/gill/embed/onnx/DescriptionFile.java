package dev.gill.embed.onnx;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reading of one {@code model.properties}. */
final class DescriptionFile {
  private static final List<String> KEYS =
      List.of(
          "name",
          "file",
          "file.sha256",
          "tokenizer",
          "tokenizer.sha256",
          "pooling",
          "prefix.question",
          "prefix.passage",
          "characters",
          "dimension",
          "max-tokens",
          "languages",
          "default",
          "licence",
          "source");

  private final Path path;
  private final Properties properties;

  private DescriptionFile(Path path, Properties properties) {
    this.path = path;
    this.properties = properties;
  }

  static DescriptionFile load(Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException(
          "The model description %s cannot be read as properties in UTF-8 (%s): correct it or take the model's folder away."
              .formatted(path, e),
          e);
    }
    return new DescriptionFile(path, properties);
  }

  ModelDescription describe() {
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (!KEYS.contains(key)) {
        throw wrong("the key '%s' is unknown; use only %s".formatted(key, String.join(", ", KEYS)));
      }
    }
    return new ModelDescription(
        value("name"),
        file("file"),
        file("tokenizer").require(),
        pooling(),
        prefix("prefix.question"),
        prefix("prefix.passage"),
        characters(),
        positive("dimension"),
        positive("max-tokens"),
        languages(),
        byDefault(),
        value("licence"),
        value("source"));
  }

  private String value(String key) {
    String value = properties.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw wrong("give '%s' a value".formatted(key));
    }
    return value;
  }

  /** Not stripped: the space at its end belongs to it. */
  private String prefix(String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw wrong("give '%s', empty if the model has none".formatted(key));
    }
    return value;
  }

  private Script characters() {
    String value = properties.getProperty("characters", "any").strip();
    for (Script characters : Script.values()) {
      if (characters.name().toLowerCase(Locale.ROOT).equals(value)) {
        return characters;
      }
    }
    throw wrong("set 'characters' to any or simplified, not '%s'".formatted(value));
  }

  private ModelFile file(String key) {
    String name = value(key);
    String sha256 = value(key + ".sha256");
    try {
      return new ModelFile(path.resolveSibling(name), sha256);
    } catch (IllegalArgumentException e) {
      throw wrong("correct '%s.sha256': %s".formatted(key, e.getMessage()));
    }
  }

  private Pooling pooling() {
    String value = value("pooling");
    for (Pooling pooling : Pooling.values()) {
      if (pooling.name().toLowerCase(Locale.ROOT).equals(value)) {
        return pooling;
      }
    }
    throw wrong("set 'pooling' to cls, mean or, for a reader, none, not '%s'".formatted(value));
  }

  private int positive(String key) {
    String value = value(key);
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw wrong("set '%s' to a whole number above 0, not '%s'".formatted(key, value));
    }
    return Integer.parseInt(value);
  }

  private Set<String> languages() {
    return Arrays.stream(value("languages").split(",", -1))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean byDefault() {
    String value = properties.getProperty("default", "true").strip();
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong("set 'default' to true or false, not '%s'".formatted(value));
    }
    return value.equals("true");
  }

  private ModelException wrong(String what) {
    return new ModelException("In the model description %s, %s.".formatted(path, what));
  }
}
