package dev.gill.app.config;

import dev.gill.source.Redaction;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the configuration library complains of, in words that repeat no value: a password may stand
 * under the wrong name.
 */
final class Complaint {
  private static final Pattern UNKNOWN =
      Pattern.compile("(gill\\..*) in .* does not map to any root");
  private static final Pattern MISSING = Pattern.compile("property (gill\\.\\S+) is required but");
  private static final Pattern VALUE = Pattern.compile("property (gill\\.\\S+)");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("body-timeout", "a time such as 10s"),
          Map.entry("asks", "a whole number"),
          Map.entry("asks-per-caller", "a whole number"),
          Map.entry("asks-per-minute", "a whole number"),
          Map.entry("asks-burst", "a whole number"),
          Map.entry("session", "a time such as 8h"),
          Map.entry("timeout", "a time such as 15s"),
          Map.entry("max-tokens", "a whole number"),
          Map.entry("price-in", "a number such as 0.25"),
          Map.entry("price-out", "a number such as 0.25"),
          Map.entry("monthly-tokens", "a whole number"),
          Map.entry("monthly-cost", "a number such as 20"),
          Map.entry("issuer", "an address such as https://id.example.com"),
          Map.entry("url", "an address such as https://gill.example.com"),
          Map.entry("threads", "a whole number"),
          Map.entry("days", "a whole number"),
          Map.entry("asked", "a whole number"));

  private Complaint() {}

  /** The end of a sentence about the configuration. */
  static String sentence(String message) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      String name = shown(unknown.group(1));
      return Names.nearest(name)
          .map(near -> "Gill knows no setting %s; did you mean %s?".formatted(name, shown(near)))
          .orElse("Gill knows no setting %s; correct its name or take it out".formatted(name));
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.find()) {
      return shown(missing.group(1)) + " is missing; set it";
    }
    Matcher value = VALUE.matcher(message);
    return value.find()
        ? wanted(shown(value.group(1)))
        : "one of its values cannot be read; correct it";
  }

  private static String wanted(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return "%s cannot be read; make it %s"
        .formatted(name, Optional.ofNullable(KINDS.get(last)).orElse("a value of its kind"));
  }

  private static String shown(String name) {
    String shown = Redaction.name(name);
    return shown.equals(Redaction.MASK) ? "gill." + shown : shown;
  }
}
