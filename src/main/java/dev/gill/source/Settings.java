package dev.gill.source;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the configuration says of one source, read by kind. Whatever cannot be read is a {@link
 * SettingsException} that names the setting in full and repeats no value.
 */
public final class Settings {
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

  private final SourceId source;
  private final Map<String, String> written;

  /**
   * Settings of a source.
   *
   * @param written by key, such as {@code max-bytes}; a blank value counts as none
   */
  public Settings(SourceId source, Map<String, String> written) {
    this.source = source;
    this.written = new TreeMap<>(written);
    this.written.values().removeIf(String::isBlank);
  }

  /** The source's name. */
  public SourceId source() {
    return source;
  }

  /**
   * Refuses settings that a type does not know, with the one that was meant if it is near.
   *
   * @throws SettingsException for the first of them
   */
  public void only(String type, Set<String> known) {
    for (String key : written.keySet()) {
      if (!known.contains(key)) {
        String mend =
            Nearest.of(key, known)
                .map("did you mean %s?"::formatted)
                .orElse("correct its name or take it out");
        throw new SettingsException(
            "Gill knows no setting %s for the type %s (it has %s); %s%s"
                .formatted(
                    name(Redaction.name(key)),
                    type,
                    String.join(", ", new TreeSet<>(known)),
                    mend,
                    mend.endsWith("?") ? "" : "."));
      }
    }
  }

  /** The value as it is written. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(written.get(key));
  }

  /** The value as it is written, which must be there. */
  public String required(String key) {
    return text(key).orElseThrow(() -> missing(key));
  }

  /** A path of this machine, which must be there. */
  public Path requiredPath(String key) {
    try {
      return Path.of(required(key));
    } catch (InvalidPathException e) {
      throw wrong(key, "is no path on this machine; write one");
    }
  }

  /** A time above zero, such as {@code 30s} or {@code 5m}. */
  public Optional<Duration> duration(String key) {
    return text(key)
        .map(
            text ->
                Durations.parse(text)
                    .filter(Duration::isPositive)
                    .orElseThrow(
                        () ->
                            wrong(
                                key,
                                "cannot be read; make it a time above zero such as 30s or 5m")));
  }

  /** A time of the calendar, such as {@code 18 months}, {@code 2 years} or {@code 90 days}. */
  public Optional<Period> period(String key) {
    return text(key)
        .map(
            text ->
                Durations.period(text)
                    .orElseThrow(
                        () ->
                            wrong(
                                key,
                                "cannot be read; make it a time such as 90 days, 18 months or 2 years")));
  }

  /** A time zone, such as {@code Europe/Berlin}. */
  public Optional<ZoneId> zone(String key) {
    try {
      return text(key).map(text -> ZoneId.of(text.strip()));
    } catch (DateTimeException e) {
      throw wrong(key, "is no time zone; make it one such as Asia/Shanghai or +08:00");
    }
  }

  /** A number of bytes, 1 at least. */
  public long bytes(String key, long otherwise) {
    return whole(key, otherwise, "a whole number of bytes above zero");
  }

  /** A whole number, 1 at least. */
  public long number(String key, long otherwise) {
    return whole(key, otherwise, "a whole number above zero");
  }

  private long whole(String key, long otherwise, String form) {
    return text(key)
        .map(
            text -> {
              try {
                return Optional.of(Long.parseLong(text.strip())).filter(n -> n > 0).orElseThrow();
              } catch (RuntimeException e) {
                throw wrong(key, "cannot be read; make it " + form);
              }
            })
        .orElse(otherwise);
  }

  /**
   * What is parted by commas, without what is blank; a comma within a part is written {@code \,}.
   */
  public List<String> list(String key) {
    return text(key).stream()
        .flatMap(text -> Arrays.stream(COMMA.split(text)))
        .map(part -> part.replace("\\,", ",").strip())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /**
   * A password or token: as it is written, or as the first line of the file that {@code KEY-file}
   * names.
   */
  public Optional<Secret> secret(String key) {
    String file = key + "-file";
    if (text(key).isPresent() && text(file).isPresent()) {
      throw wrong(file, "stands beside %s; take one of the two out".formatted(key));
    }
    Optional<String> value = text(file).map(_ -> line(file)).or(() -> text(key));
    try {
      return value.map(Secret::of);
    } catch (IllegalArgumentException e) {
      throw wrong(key, "is empty or holds a line end; give it as one line");
    }
  }

  private String line(String key) {
    try (BufferedReader reader = Files.newBufferedReader(requiredPath(key))) {
      String line = reader.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw wrong(
          key,
          "cannot be read; write the path of a file of text that the user Gill runs as may read");
    }
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean otherwise) {
    return choice(key, Map.of("true", true, "false", false), otherwise);
  }

  /** One of several words. */
  public <T> T choice(String key, Map<String, T> words, T otherwise) {
    Optional<String> word = text(key).map(text -> text.strip().toLowerCase(Locale.ROOT));
    if (word.isEmpty()) {
      return otherwise;
    }
    return Optional.ofNullable(words.get(word.get()))
        .orElseThrow(
            () ->
                wrong(
                    key,
                    "is not known; use " + String.join(" or ", new TreeSet<>(words.keySet()))));
  }

  /** Who may read it, where the configuration decides that: {@code audience}, or everyone. */
  public Audience audience() {
    return audience(new Audience.Everyone());
  }

  /** Likewise, or this one. */
  public Audience audience(Audience otherwise) {
    try {
      return text("audience").map(Audience::parse).orElse(otherwise);
    } catch (IllegalArgumentException e) {
      throw wrong("audience", "cannot be read; make it everyone, or group names parted by commas");
    }
  }

  /**
   * What to throw if a setting is not right.
   *
   * @param what the rest of the sentence, without its full stop; it repeats no value
   */
  public SettingsException wrong(String key, String what) {
    return new SettingsException("%s %s.".formatted(name(key), what));
  }

  /** What to throw if a setting, or each of several, is missing. */
  public SettingsException missing(String key) {
    return wrong(key, "is missing; set it");
  }

  private String name(String key) {
    return "gill.sources.%s.%s".formatted(source, key);
  }

  /** Without the values, which may be secret. */
  @Override
  public String toString() {
    return "Settings[%s, %s]".formatted(source, written.keySet());
  }
}
