package dev.gill.parse.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code that a component of MDX shows: {@code <Version>{`helm install`}</Version>}.
 *
 * @param before the tags before it, and {@code after} those after it
 */
record MarkdownLiteral(String before, List<String> code, String after) {
  private static final Pattern BEGUN = Pattern.compile("(?:<[A-Z][^`]*>)?\\s*\\{`(?!`).*");
  private static final Pattern END =
      Pattern.compile("(?<!\\\\)`\\s*}\\s*(?:</[A-Z][^`{}]*>)*\\s*$");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([`\\\\$])");

  /** What a line begins that holds such code, or its first line. */
  static Optional<MarkdownMarks.Found> of(String line) {
    if (!BEGUN.matcher(line).matches()) {
      return Optional.empty();
    }
    boolean more = line.indexOf('`', line.indexOf("{`") + 2) < 0;
    return more || END.matcher(line).find()
        ? MarkdownMarks.Found.until(MarkdownMark.Kind.LITERAL, "", END)
        : Optional.empty();
  }

  /** Reads the lines of a mark; one that never ends holds all of them. */
  static MarkdownLiteral read(String lines) {
    int from = lines.indexOf("{`");
    Matcher end = END.matcher(lines);
    int to = end.find(from + 2) ? end.start() : lines.length();
    String code = lines.substring(from + 2, to).replace("\\n", "\n");
    String after = to < lines.length() ? lines.substring(lines.indexOf('}', to) + 1) : "";
    return new MarkdownLiteral(
        lines.substring(0, from),
        ESCAPED.matcher(code).replaceAll("$1").strip().lines().toList(),
        after);
  }
}
