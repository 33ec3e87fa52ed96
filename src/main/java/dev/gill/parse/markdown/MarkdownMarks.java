package dev.gill.parse.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes lines of Markdown that mark something, in the dialects of documentation sites. */
final class MarkdownMarks {
  /** What stands right before a line. */
  enum Before {
    PARAGRAPH,
    MARK,
    OTHER
  }

  /**
   * A mark that was found.
   *
   * @param ends whether it ends with this line, asked of one line after the other
   */
  record Found(MarkdownMark mark, Predicate<String> ends) {
    static Optional<Found> line(MarkdownMark.Kind kind, String name, String title) {
      return Optional.of(new Found(new MarkdownMark(kind, name, title), line -> true));
    }

    static Optional<Found> until(MarkdownMark.Kind kind, String name, Pattern end) {
      return Optional.of(
          new Found(new MarkdownMark(kind, name, ""), line -> end.matcher(line).find()));
    }
  }

  private static final Pattern CONTAINER =
      Pattern.compile("(?::{3,}|/{3,})\\s*(?:\\{?([A-Za-z][\\w.-]*)}?)?\\s*(.*)");
  private static final Pattern CONTENTS =
      Pattern.compile("(?i)\\[?\\[_{0,2}toc_{0,2}]]?|@\\[toc].*|\\{:\\s*toc.*}|\\$toc");
  private static final Pattern SNIPPET =
      Pattern.compile(
          ";*-+8<-+(?:\\s+.*)?|(?i:!INCLUDE\\s.*|\\[!INCLUDE.*]\\(.*\\))|<<<\\s*@?/?\\S+");
  private static final Pattern ABBREVIATION = Pattern.compile("\\*\\[([^\\]]+)]:\\s*(\\S.*)");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("\\{:?\\s*[.#][^{}]*}|\\{:[^{}]*}|\\{\\s*[\\w-]+=\"[^{}]*}");
  private static final Pattern OPTION = Pattern.compile(":[a-z][\\w-]*:(?:\\s.*)?");
  private static final Pattern LABEL = Pattern.compile("\\^[A-Za-z0-9-]+|\\([\\w-]+\\)=");
  private static final Pattern JSX_END = Pattern.compile("\\*/\\s*}");

  /** The name of a mark that reaches over the indented lines below it: its options. */
  static final String INDENTED = "indented";

  private MarkdownMarks() {}

  /** What a line marks, without the white space around it. */
  static Optional<Found> of(String line, Before before) {
    return switch (line.charAt(0)) {
      case ':', '/' -> colons(line, before);
      case '{' -> braces(line);
      case '<' ->
          SNIPPET.matcher(line).matches()
              ? Found.line(MarkdownMark.Kind.SNIPPET, "", "")
              : MarkdownLiteral.of(line).or(() -> MarkdownTags.of(line));
      case '%' -> line.startsWith("%%") ? percent(line) : Optional.empty();
      case '*', '$', '@', '[', '-', ';', '!', '^', '(' -> other(line);
      default -> Optional.empty();
    };
  }

  private static Optional<Found> colons(String line, Before before) {
    Matcher container = CONTAINER.matcher(line);
    if (!container.matches()) {
      return before == Before.MARK && OPTION.matcher(line).matches()
          ? Found.line(MarkdownMark.Kind.SETTING, "", "")
          : Optional.empty();
    }
    String name = container.group(1);
    String rest = container.group(2);
    if (name == null) {
      return rest.isBlank() || rest.startsWith("{")
          ? Found.line(rest.isBlank() ? MarkdownMark.Kind.CLOSE : MarkdownMark.Kind.OPEN, ":", "")
          : Optional.empty();
    }
    if (name.indexOf('.') > 0 && rest.isBlank()) {
      return Found.line(MarkdownMark.Kind.SNIPPET, INDENTED, "");
    }
    return name.equals("toctree") || name.equals("contents")
        ? Found.line(MarkdownMark.Kind.CONTENTS, "", "")
        : Found.line(MarkdownMark.Kind.OPEN, ":" + name.toLowerCase(Locale.ROOT), title(rest));
  }

  /** {@code [Title]}, {@code | Title}, {@code {.class} Title} or the title itself. */
  private static String title(String rest) {
    String title = rest.strip().replaceAll("\\{[^{}]*}", "").strip();
    if (title.startsWith("|")) {
      return title.substring(1).strip();
    }
    return title.startsWith("[") && title.endsWith("]")
        ? title.substring(1, title.length() - 1)
        : title.replaceAll("^\"|\"$", "");
  }

  private static Optional<Found> braces(String line) {
    if (line.startsWith("{`")) {
      return MarkdownLiteral.of(line);
    }
    if (line.startsWith("{/*")) {
      return line.contains("*/") && !line.endsWith("}")
          ? Optional.empty()
          : Found.until(MarkdownMark.Kind.COMMENT, "", JSX_END);
    }
    if (line.startsWith("{*") && line.endsWith("*}")) {
      return Found.line(MarkdownMark.Kind.SNIPPET, "", "");
    }
    if (CONTENTS.matcher(line).matches()) {
      return Found.line(MarkdownMark.Kind.CONTENTS, "", "");
    }
    return ATTRIBUTES.matcher(line).matches()
        ? Found.line(MarkdownMark.Kind.SETTING, "", "")
        : MarkdownShortcodes.of(line);
  }

  private static Optional<Found> percent(String line) {
    int end = line.indexOf("%%", 2);
    if (end >= 0) {
      return end == line.length() - 2
          ? Found.line(MarkdownMark.Kind.COMMENT, "", "")
          : Optional.empty();
    }
    boolean[] begun = {false};
    return Optional.of(
        new Found(
            new MarkdownMark(MarkdownMark.Kind.COMMENT, "", ""),
            next -> {
              boolean ends = begun[0] && next.strip().endsWith("%%");
              begun[0] = true;
              return ends;
            }));
  }

  private static Optional<Found> other(String line) {
    Matcher abbreviation = ABBREVIATION.matcher(line);
    if (abbreviation.matches()) {
      return Found.line(
          MarkdownMark.Kind.TEXT, "", abbreviation.group(1) + ": " + abbreviation.group(2));
    }
    if (CONTENTS.matcher(line).matches()) {
      return Found.line(MarkdownMark.Kind.CONTENTS, "", "");
    }
    if (SNIPPET.matcher(line).matches()) {
      return Found.line(MarkdownMark.Kind.SNIPPET, "", "");
    }
    return LABEL.matcher(line).matches()
        ? Found.line(MarkdownMark.Kind.SETTING, "", "")
        : Optional.empty();
  }
}
