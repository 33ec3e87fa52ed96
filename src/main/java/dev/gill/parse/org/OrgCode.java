package dev.gill.parse.org;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.html.Html;
import java.util.List;

/** Writes the blocks of an outline whose lines are kept as they are. */
final class OrgCode {
  private final CanonicalText text;
  private final OrgLines lines;

  OrgCode(CanonicalText text, OrgLines lines) {
    this.text = text;
    this.lines = lines;
  }

  /**
   * Writes the code between two lines.
   *
   * @param settings what the first line says of it, beginning with its language
   */
  void write(String settings, int begin, int end) {
    List<String> code = lines.part(begin + 1, end);
    int indent =
        code.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    String language = settings.split("\\s", 2)[0];
    text.line(begin + 1);
    text.code(
        language.matches("[\\w+#.-]{1,30}") ? language : "",
        code.stream().map(line -> unescaped(line.isBlank() ? "" : line.substring(indent))).toList(),
        begin + 2);
  }

  /** A comma keeps Org from reading a line of code as its own. */
  private static String unescaped(String line) {
    return line.replaceFirst("^(\\s*),(?=,*(?:\\*|#\\+))", "$1");
  }

  /** Writes what an exporter would take over; HTML as it reads. */
  void export(String settings, int begin, int end) {
    if (settings.equalsIgnoreCase("html")) {
      Html.fragment(String.join("\n", lines.part(begin + 1, end)), text);
    } else {
      write(settings, begin, end);
    }
  }
}
