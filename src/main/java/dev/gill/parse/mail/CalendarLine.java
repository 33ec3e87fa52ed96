package dev.gill.parse.mail;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A property of iCalendar.
 *
 * @param name in capital letters
 * @param parameters by their names in capital letters
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {
  private static final Pattern NAME = Pattern.compile("^[\\w-]+");
  private static final Pattern PARAMETER =
      Pattern.compile("\\G;([\\w-]+)=((?:\"[^\"]*\"|[^\";:])*)");

  static CalendarLine of(String line) {
    Matcher name = NAME.matcher(line);
    if (!name.find()) {
      return new CalendarLine("", Map.of(), "");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = name.end();
    Matcher parameter = PARAMETER.matcher(line).region(at, line.length());
    while (parameter.find()) {
      parameters.put(
          parameter.group(1).toUpperCase(Locale.ROOT), parameter.group(2).replace("\"", ""));
      at = parameter.end();
    }
    String value = at < line.length() && line.charAt(at) == ':' ? line.substring(at + 1) : "";
    return new CalendarLine(name.group().toUpperCase(Locale.ROOT), parameters, value.strip());
  }

  boolean is(String property) {
    return name.equals(property);
  }

  CalendarLine with(String other) {
    return new CalendarLine(name, parameters, other);
  }

  String parameter(String property) {
    return parameters.getOrDefault(property, "");
  }

  /** The value with its escapes resolved. */
  String text() {
    return value
        .replaceAll("\\\\[nN]", "\n")
        .replaceAll("\\\\([,;:\"])", "$1")
        .replace("\\\\", "\\");
  }

  /** A name, or else the mail address. */
  String person() {
    String named = parameter("CN");
    return named.isBlank() ? value.replaceFirst("(?i)^mailto:", "") : named;
  }
}
