package dev.gill.skill;

import dev.gill.model.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What a skill says of itself, in one language. */
final class Words {
  private final Properties words = new Properties();

  private Words() {}

  static Words of(Language language) {
    Words read = new Words();
    String path = "/skill/%s.properties".formatted(language.code());
    try (InputStream in = Words.class.getResourceAsStream(path)) {
      read.words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words under a key, with values filled in by their order. */
  String of(String key, Object... values) {
    String text = words.getProperty(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }
}
