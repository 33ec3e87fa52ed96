package dev.gill.parse.asciidoc;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The attributes of an AsciiDoc document, beginning with those that are always set. */
final class AsciiDocAttributes {
  private static final Pattern ENTRY = Pattern.compile("^:(!?)([\\w][\\w-]*)(!?):(?:\\s+(.*))?$");
  private static final Pattern REFERENCE = Pattern.compile("\\{([\\w][\\w-]*)}");
  private static final Pattern NUMBER = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{2,6})|(\\d{2,7}));");
  private static final int LONGEST = 2000;
  private static final String SET =
      "backend=html5 backend-html5= basebackend=html basebackend-html= doctype=article"
          + " doctype-article= asciidoctor= outfilesuffix=.html filetype=html empty= zwsp= wj="
          + " apos=' quot=\" deg=° plus=+ vbar=| amp=& lt=< gt=> startsb=[ endsb=] caret=^"
          + " asterisk=* tilde=~ backslash=\\ backtick=` lsquo=‘ rsquo=’ ldquo=“ rdquo=”"
          + " brvbar=¦ two-colons=:: two-semicolons=;; cpp=C++";

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();

  AsciiDocAttributes() {
    for (String each : SET.split(" ")) {
      String[] sides = each.split("=", 2);
      values.put(sides[0], sides[1]);
    }
    values.put("nbsp", " ");
    values.put("sp", " ");
  }

  static boolean isEntry(String line) {
    return ENTRY.matcher(line).matches();
  }

  /** Takes in a line that sets or unsets one. */
  void define(String line) {
    Matcher entry = ENTRY.matcher(line);
    if (!entry.matches()) {
      return;
    }
    if (!entry.group(1).isEmpty() || !entry.group(3).isEmpty()) {
      values.remove(entry.group(2));
    } else {
      String value = entry.group(4) == null ? "" : entry.group(4).strip();
      values.put(entry.group(2), resolved(decoded(value.replaceFirst("@$", ""))));
    }
  }

  /** A text in which characters stand for their numbers. */
  static String decoded(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            match -> {
              boolean hex = match.group(1) != null;
              int code = Integer.parseInt(match.group(hex ? 1 : 2), hex ? 16 : 10);
              boolean shown = Character.isValidCodePoint(code) && code >= ' ';
              return Matcher.quoteReplacement(shown ? Character.toString(code) : match.group());
            });
  }

  boolean isDefined(String name) {
    return values.containsKey(name.strip());
  }

  /** A text with the attributes in it replaced, as far as they are known. */
  String resolved(String text) {
    String whole =
        REFERENCE
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    return whole.length() > LONGEST ? text : whole;
  }

  /** The value, or how it is referred to where there is none. */
  String value(String name) {
    return values.getOrDefault(name, "{" + name + "}");
  }

  /** The next number of a counter. */
  String next(String counter) {
    return Integer.toString(counters.merge(counter, 1, Integer::sum));
  }
}
