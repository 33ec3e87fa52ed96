package dev.gill.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables that are drawn with characters in reStructuredText. */
final class RstTables {
  private static final Pattern GRID = Pattern.compile("^\\s*\\+(?:[-=]+\\+)+\\s*$");
  private static final Pattern RULE = Pattern.compile("^\\s*[=-]+(?: +[=-]+)*\\s*$");
  private static final Pattern COLUMN = Pattern.compile("[=-]+");

  private final CanonicalText text;
  private final List<String> lines;
  private final List<Inline> cells = new ArrayList<>();
  private int rowLine;

  RstTables(CanonicalText text, List<String> lines) {
    this.text = text;
    this.lines = lines;
  }

  static boolean isGrid(String line) {
    return GRID.matcher(line).matches();
  }

  /** Writes the table that begins there, and says where it ends. */
  int write(int from, int to) {
    text.apart();
    int end = isGrid(lines.get(from)) ? grid(from, to) : simple(from, to);
    endRow();
    text.apart();
    return end;
  }

  private int grid(int from, int to) {
    int i = from;
    for (; i < to && !lines.get(i).isBlank(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("+")) {
        endRow();
      } else if (line.startsWith("|")) {
        String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        add(List.of(inner.split("\\|", -1)), i);
      } else {
        break;
      }
    }
    return i;
  }

  private int simple(int from, int to) {
    List<int[]> columns = new ArrayList<>();
    Matcher matcher = COLUMN.matcher(lines.get(from));
    while (matcher.find()) {
      columns.add(new int[] {matcher.start(), matcher.end()});
    }
    int rules = 1;
    int i = from + 1;
    for (; i < to; i++) {
      String line = lines.get(i);
      if (RULE.matcher(line).matches()) {
        endRow();
        boolean last = i + 1 >= to || lines.get(i + 1).isBlank();
        if (line.strip().startsWith("=") && ++rules > 1 && last) {
          return i + 1;
        }
      } else if (!line.isBlank()) {
        List<String> parts = parts(line, columns);
        if (!parts.getFirst().isBlank()) {
          endRow();
        }
        add(parts, i);
      }
    }
    return i;
  }

  private static List<String> parts(String line, List<int[]> columns) {
    List<String> parts = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int start = Math.min(columns.get(c)[0], line.length());
      int end = c + 1 < columns.size() ? columns.get(c + 1)[0] : line.length();
      parts.add(line.substring(start, Math.max(start, Math.min(end, line.length()))));
    }
    return parts;
  }

  private void add(List<String> parts, int i) {
    if (cells.isEmpty()) {
      rowLine = i + 1;
    }
    for (int c = 0; c < parts.size(); c++) {
      if (cells.size() <= c) {
        cells.add(new Inline());
      }
      cells.get(c).softBreak().append(RstInline.of(parts.get(c).strip(), i + 1));
    }
  }

  private void endRow() {
    text.line(rowLine);
    text.row(cells);
    cells.clear();
  }
}
