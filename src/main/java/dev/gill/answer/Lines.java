package dev.gill.answer;

import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the lines of a chunk apart. */
final class Lines {
  /** What a line of canonical text is. */
  enum Kind {
    BLANK,
    HEADING,
    /** Begins a block of code. */
    OPENING,
    /** Within a block of code, empty or not. */
    CODE,
    /** Ends a block of code. */
    CLOSING,
    ROW,
    ITEM,
    PROSE
  }

  /**
   * One line.
   *
   * @param whole where it stands in the chunk's text, without the line break
   * @param said what it says, without the marker of a list item or the outer bars of a row
   * @param indentation white space before the marker of a list item
   */
  record Line(Kind kind, Range whole, Range said, int indentation) {
    /** Whether both are list items, and the other one does not stand under this one. */
    boolean isBeside(Line other) {
      return kind == Kind.ITEM && other.kind == Kind.ITEM && other.indentation <= indentation;
    }
  }

  private static final Pattern FENCE = Pattern.compile("(`{3,})[^`]*");
  private static final Pattern HEADING = Pattern.compile("#{1,6} .*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*+•]|\\d{1,3}[.)])\\s+");
  private static final Pattern ROW = Pattern.compile("\\|\\s*(.*?)\\s*\\|");

  private final List<Line> lines = new ArrayList<>();
  private String fence = "";

  private Lines() {}

  static List<Line> of(String text) {
    Lines found = new Lines();
    found.fence = fenceAround(text);
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      found.lines.add(found.line(text.substring(start, end), start));
      start = end + 1;
    }
    return found.lines;
  }

  /**
   * The end of the block of code that the chunk was cut from within, empty if it was not: only the
   * end of one has a line right above it.
   */
  private static String fenceAround(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        return i > 0 && !lines.get(i - 1).isBlank() ? lines.get(i) : "";
      }
    }
    return "";
  }

  private Line line(String line, int start) {
    Kind kind = kind(line);
    Range whole = new Range(start, start + line.length());
    Matcher item = ITEM.matcher(line);
    Matcher row = ROW.matcher(line);
    if (kind == Kind.ITEM && item.lookingAt()) {
      return new Line(kind, whole, new Range(start + item.end(), whole.end()), item.end(1));
    }
    if (kind == Kind.ROW && row.matches()) {
      return new Line(kind, whole, new Range(start + row.start(1), start + row.end(1)), 0);
    }
    return new Line(kind, whole, whole, 0);
  }

  private Kind kind(String line) {
    if (!fence.isEmpty()) {
      boolean closes = line.equals(fence);
      fence = closes ? "" : fence;
      return closes ? Kind.CLOSING : Kind.CODE;
    }
    Matcher ticks = FENCE.matcher(line);
    if (ticks.matches()) {
      fence = ticks.group(1);
      return Kind.OPENING;
    }
    if (line.isBlank()) {
      return Kind.BLANK;
    }
    if (HEADING.matcher(line).matches()) {
      return Kind.HEADING;
    }
    if (ROW.matcher(line).matches()) {
      return Kind.ROW;
    }
    return ITEM.matcher(line).lookingAt() ? Kind.ITEM : Kind.PROSE;
  }
}
