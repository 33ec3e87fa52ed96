package dev.gill.surface;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The languages that Gill speaks. Each is a file {@code texts/TAG.properties}, named by its BCP 47
 * tag; another file is another language.
 */
@Singleton
public class Languages {
  private static final Locale DEFAULT = Locale.ENGLISH;

  /** A longer header is nobody's list of languages. */
  private static final int LONGEST_HEADER = 500;

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  private final Map<String, Texts> spoken = new ConcurrentHashMap<>();
  private Rewording rewording;

  /**
   * The texts in the language that is liked best of those that Gill speaks.
   *
   * @param accepted the header {@code Accept-Language}; may be null or nonsense
   */
  public Texts of(String accepted) {
    return liked(accepted).stream()
        .map(Locale.LanguageRange::getRange)
        .flatMap(range -> spoken(range).stream())
        .findFirst()
        .orElseGet(() -> spoken(DEFAULT.toLanguageTag()).orElseThrow());
  }

  /**
   * A sentence that was written down in English when it happened, in the language of these texts if
   * they have words for it.
   */
  public Worded reworded(String said, Texts t) {
    Texts english = spoken(DEFAULT.toLanguageTag()).orElseThrow();
    return t == english
        ? new Worded(said, english.tag())
        : rewording()
            .in(t, said)
            .map(text -> new Worded(text, t.tag()))
            .orElseGet(() -> new Worded(said, english.tag()));
  }

  private synchronized Rewording rewording() {
    if (rewording == null) {
      rewording = new Rewording(spoken(DEFAULT.toLanguageTag()).orElseThrow().all());
    }
    return rewording;
  }

  private static List<Locale.LanguageRange> liked(String accepted) {
    if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST_HEADER) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .filter(range -> range.getWeight() > 0)
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** By the whole tag, else by ever less of it: {@code zh-hant-tw}, {@code zh-hant}, {@code zh}. */
  private Optional<Texts> spoken(String range) {
    String tag = range;
    while (TAG.matcher(tag).matches()) {
      Texts known = spoken.get(tag);
      Optional<Texts> found = known == null ? read(tag) : Optional.of(known);
      if (found.isPresent()) {
        return found;
      }
      tag = tag.contains("-") ? tag.substring(0, tag.lastIndexOf('-')) : "";
    }
    return Optional.empty();
  }

  private Optional<Texts> read(String tag) {
    String path = "/texts/" + tag + ".properties";
    try (InputStream in = Languages.class.getResourceAsStream(path)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> texts = new HashMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      Texts read = new Texts(Locale.forLanguageTag(texts.getOrDefault("tag", tag)), texts);
      spoken.put(tag, read);
      return Optional.of(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
