package dev.gill.surface;

import dev.gill.model.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Gill says in one language. What a text says in braces with a number is filled in. Texts
 * whose keys begin with {@code script.} are for the scripts of the pages as well.
 */
public final class Texts {
  private static final String SCRIPT = "script.";

  private final Locale locale;
  private final Map<String, String> texts;
  private final DateTimeFormatter moments;
  private final DateTimeFormatter days;

  Texts(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = Map.copyOf(texts);
    this.moments = DateTimeFormatter.ofPattern(of("moment"), locale).withZone(ZoneOffset.UTC);
    this.days = DateTimeFormatter.ofPattern(of("day"), locale).withZone(ZoneOffset.UTC);
  }

  /** The language, as HTML's {@code lang} has it. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** The text of a key. */
  public String of(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no text '%s' in %s".formatted(key, tag()));
    }
    return text;
  }

  /** The text of a key with a value filled in. */
  public String with(String key, Object value) {
    return filled(key, value);
  }

  /** The text of a key with values filled in, by their order. */
  public String filled(String key, Object... values) {
    String text = of(key);
    for (int i = 0; i < values.length; i++) {
      String shown =
          values[i] instanceof Number number
              ? String.format(locale, "%,d", number.longValue())
              : String.valueOf(values[i]);
      text = text.replace("{" + i + "}", shown);
    }
    return text;
  }

  /** A time in UTC, for whoever has no script. */
  public String moment(Instant at) {
    return moments.format(at);
  }

  /** A day in UTC. */
  public String day(Instant at) {
    return days.format(at);
  }

  /** The language of a text that is shown as it is, where it is not this one; else null. */
  public String foreign(String text) {
    String code = Language.of(text).code();
    return code.equals(locale.getLanguage()) ? null : code;
  }

  /** All of them, by their keys. */
  Map<String, String> all() {
    return texts;
  }

  /** What the scripts of the pages say, by their keys. */
  public Map<String, String> scripted() {
    Map<String, String> scripted = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(SCRIPT)) {
            scripted.put(key.substring(SCRIPT.length()), text);
          }
        });
    return scripted;
  }
}
