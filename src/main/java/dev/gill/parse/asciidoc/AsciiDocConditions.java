package dev.gill.parse.asciidoc;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the branches of a document's conditions that apply, and joins its continued attributes. */
final class AsciiDocConditions {
  /** A line that is no more; it parts nothing. */
  static final String GONE = "\u0000";

  private static final Pattern CONDITION =
      Pattern.compile("^(ifdef|ifndef|ifeval)::([^\\[\\s]*)\\[(.*)]\\s*$");
  private static final Pattern END = Pattern.compile("^endif::\\S*\\[.*]\\s*$");
  private static final Pattern COMPARISON =
      Pattern.compile(
          "^\\s*(\"[^\"]*\"|'[^']*'|\\S+)\\s*(==|!=|<=|>=|<|>)\\s*(\"[^\"]*\"|'[^']*'|\\S+)\\s*$");

  private final CanonicalText text;
  private final AsciiDocAttributes attributes = new AsciiDocAttributes();
  private final Deque<Boolean> applies = new ArrayDeque<>();

  AsciiDocConditions(CanonicalText text) {
    this.text = text;
  }

  /** The same number of lines, each in its place. */
  List<String> applied(List<String> lines) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher condition = CONDITION.matcher(line);
      if (condition.matches()) {
        kept.add(begin(condition));
      } else if (END.matcher(line).matches()) {
        applies.pollLast();
        kept.add(GONE);
      } else if (applies.contains(false)) {
        kept.add(GONE);
      } else if (AsciiDocAttributes.isEntry(line)) {
        i = attribute(lines, i, kept);
      } else if (line.matches("^include::\\S.*\\[.*]\\s*$")) {
        text.leftOut(LeftOut.Kind.OBJECT);
        kept.add(GONE);
      } else {
        kept.add(
            line.matches("^\\\\(?:ifn?def|ifeval|endif|include)::.*") ? line.substring(1) : line);
      }
    }
    return kept;
  }

  private String begin(Matcher condition) {
    boolean holds = holds(condition.group(1), condition.group(2), condition.group(3));
    boolean outer = !applies.contains(false);
    if (!holds && outer) {
      text.leftOut(LeftOut.Kind.CONDITION);
    }
    boolean oneLine = !condition.group(3).isBlank() && !condition.group(1).equals("ifeval");
    if (oneLine) {
      return holds && outer ? condition.group(3) : GONE;
    }
    applies.addLast(holds);
    return GONE;
  }

  private boolean holds(String kind, String names, String expression) {
    if (kind.equals("ifeval")) {
      return compares(expression);
    }
    boolean every = names.contains("+");
    Stream<String> all = Stream.of(names.split("[,+]"));
    boolean defined =
        every ? all.allMatch(attributes::isDefined) : all.anyMatch(attributes::isDefined);
    return kind.equals("ifdef") == defined;
  }

  private boolean compares(String expression) {
    Matcher sides = COMPARISON.matcher(expression);
    if (!sides.matches()) {
      return false;
    }
    String left = value(sides.group(1));
    String right = value(sides.group(3));
    int order = order(left, right);
    return switch (sides.group(2)) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static int order(String left, String right) {
    String number = "-?\\d{1,15}(?:\\.\\d{1,15})?";
    return left.matches(number) && right.matches(number)
        ? Double.compare(Double.parseDouble(left), Double.parseDouble(right))
        : left.compareTo(right);
  }

  private String value(String side) {
    return attributes.resolved(side.replaceAll("^[\"']|[\"']$", ""));
  }

  /** An attribute's value goes on in the next line after a backslash. */
  private int attribute(List<String> lines, int from, List<String> kept) {
    StringBuilder whole = new StringBuilder(lines.get(from).stripTrailing());
    int i = from;
    while (whole.toString().endsWith(" \\") && i + 1 < lines.size()) {
      whole.setLength(whole.length() - 1);
      whole.append(lines.get(++i).strip());
    }
    attributes.define(whole.toString());
    kept.add(whole.toString());
    for (int k = from; k < i; k++) {
      kept.add(GONE);
    }
    return i;
  }
}
