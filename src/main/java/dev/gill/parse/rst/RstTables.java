package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
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
  private final RstInline inline;
  private final List<Inline> cells = new ArrayList<>();
  private Grid grid;
  private int[] columnSpans = {};
  private boolean heading;
  private int rowLine;

  RstTables(CanonicalText text, List<String> lines, RstInline inline) {
    this.text = text;
    this.lines = lines;
    this.inline = inline;
  }

  static boolean isGrid(String line) {
    return GRID.matcher(line).matches();
  }

  /** Writes the table that begins there, and says where it ends. */
  int write(int from, int to) {
    if (isGrid(lines.get(from))) {
      int end = from;
      while (end < to && lines.get(end).strip().matches("[+|].*")) {
        end++;
      }
      RstGridTable drawn = new RstGridTable(lines.subList(from, end));
      if (drawn.isDrawn()) {
        drawn.write(text, inline, from + 1);
        return end;
      }
    }
    grid = new Grid(text);
    int end = isGrid(lines.get(from)) ? grid(from, to) : simple(from, to);
    endRow();
    grid.end();
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
    List<int[]> columns = columns(lines.get(from));
    int last = lastRule(from, to);
    heading = rulesBetween(from, last) > 0;
    int i = from + 1;
    for (; i <= last; i++) {
      String line = lines.get(i);
      if (RULE.matcher(line).matches()) {
        endRow();
        heading &= !line.strip().startsWith("=");
      } else if (!line.isBlank()) {
        boolean spanned = i < last && RULE.matcher(lines.get(i + 1)).matches();
        List<int[]> own = spanned ? columns(lines.get(i + 1)) : columns;
        List<String> parts = parts(line, own.size() < columns.size() ? own : columns);
        if (!parts.getFirst().isBlank()) {
          endRow();
        }
        columnSpans = own.size() < columns.size() ? spans(own, columns) : new int[0];
        add(parts, i);
      }
    }
    return i;
  }

  private static List<int[]> columns(String rule) {
    List<int[]> columns = new ArrayList<>();
    Matcher matcher = COLUMN.matcher(rule);
    while (matcher.find()) {
      columns.add(new int[] {matcher.start(), matcher.end()});
    }
    return columns;
  }

  private static int[] spans(List<int[]> own, List<int[]> columns) {
    return own.stream()
        .mapToInt(
            wide ->
                (int)
                    columns.stream()
                        .filter(column -> column[0] >= wide[0] && column[1] <= wide[1])
                        .count())
        .toArray();
  }

  /** The rule that ends the table: a blank line follows. */
  private int lastRule(int from, int to) {
    int last = from;
    for (int i = from + 1; i < to; i++) {
      if (lines.get(i).strip().startsWith("=") && RULE.matcher(lines.get(i)).matches()) {
        last = i;
        if (i + 1 >= to || lines.get(i + 1).isBlank()) {
          return last;
        }
      }
    }
    return last == from ? to - 1 : last;
  }

  private int rulesBetween(int from, int last) {
    int rules = 0;
    for (int i = from + 1; i < last; i++) {
      rules += lines.get(i).strip().startsWith("=") && RULE.matcher(lines.get(i)).matches() ? 1 : 0;
    }
    return rules;
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
      cells.get(c).softBreak().append(inline.of(parts.get(c).strip(), i + 1));
    }
  }

  private void endRow() {
    if (cells.isEmpty()) {
      return;
    }
    int line = rowLine;
    grid.row(heading, () -> text.line(line));
    for (int i = 0; i < cells.size(); i++) {
      grid.cell(cells.get(i), i < columnSpans.length ? Math.max(1, columnSpans[i]) : 1, 1);
    }
    grid.endRow();
    cells.clear();
    columnSpans = new int[0];
  }
}
