package dev.gill.parse.asciidoc;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An AsciiDoc table: cells in a row, which only their number parts into rows. */
final class AsciiDocTable {
  private static final Pattern CELL =
      Pattern.compile("(?<!\\\\)(?:(?<=^|\\s)(?<spec>[\\d.+*<^>]*[aehlmsdv]?))?(?<!\\\\)\\|");
  private static final Pattern SPAN = Pattern.compile("^(\\d{1,3})?(?:\\.(\\d{1,3}))?([+*])");
  private static final Pattern HEADER =
      Pattern.compile("%header|options\\s*=\\s*\"?[^\"\\]]*header|opts\\s*=\\s*\"?[^\"\\]]*header");
  private static final Pattern CSV =
      Pattern.compile("\\G(?:^|,)\\s*(?:\"((?:[^\"]|\"\")*)\"\\s*(?=,|$)|([^,]*))");
  private static final Pattern COLUMNS = Pattern.compile("cols=\"?([^\"\\]]+)\"?");
  private static final Pattern REPEATED = Pattern.compile("^(\\d+)\\*.*$");

  private record Cell(Inline content, int columns, int rows, int line) {}

  private final CanonicalText text;
  private final AsciiDocInline inline;
  private final String attributes;
  private final List<Cell> cells = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private String spec = "";
  private int cellLine;

  AsciiDocTable(CanonicalText text, AsciiDocInline inline, String attributes) {
    this.text = text;
    this.inline = inline;
    this.attributes = attributes;
  }

  private static int columns(String attributes) {
    Matcher matcher = COLUMNS.matcher(attributes);
    if (!matcher.find()) {
      return 0;
    }
    int columns = 0;
    for (String column : matcher.group(1).split("[,;]")) {
      Matcher repeated = REPEATED.matcher(column.strip());
      columns += repeated.matches() ? Math.min(100, Integer.parseInt(repeated.group(1))) : 1;
    }
    return columns;
  }

  /**
   * Writes it.
   *
   * @param frame the line above and below it, whose first character says how cells are parted
   */
  void write(List<String> lines, int firstLine, String frame) {
    int perRow = columns(attributes);
    boolean csv =
        frame.startsWith(",")
            || attributes.contains("format=csv")
            || attributes.contains("format=\"csv");
    boolean blank = lines.size() > 1 && !lines.getFirst().isBlank() && lines.get(1).isBlank();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).equals(AsciiDocConditions.GONE) ? "" : lines.get(i);
      if (csv) {
        csv(line, firstLine + i);
      } else {
        line(line, firstLine + i);
      }
      if (perRow == 0 && cellLine > 0) {
        perRow = columnsSoFar() + (csv ? 0 : cellColumns());
      }
    }
    endCell();
    boolean heading =
        HEADER.matcher(attributes).find() || blank && columnsOf(lines.getFirst(), csv) == perRow;
    rows(Math.max(1, perRow), heading && !attributes.contains("%noheader"));
  }

  private int columnsSoFar() {
    return cells.stream().mapToInt(Cell::columns).sum();
  }

  private int columnsOf(String line, boolean csv) {
    return csv ? line.split(",", -1).length : (int) CELL.matcher(line).results().count();
  }

  /** Cells go on in the next row where they, and those that reach down into it, fill one. */
  private void rows(int perRow, boolean heading) {
    Grid grid = new Grid(text);
    int[] taken = new int[perRow];
    int at = 0;
    boolean first = true;
    while (at < cells.size()) {
      int line = cells.get(at).line();
      grid.row(heading && first, () -> text.line(line));
      int column = 0;
      while (column < perRow) {
        if (taken[column] > 0) {
          taken[column++]--;
        } else if (at < cells.size()) {
          Cell cell = cells.get(at++);
          int wide = Math.min(cell.columns(), perRow - column);
          grid.cell(cell.content(), wide, cell.rows());
          for (int k = 0; k < wide; k++) {
            taken[column++] = cell.rows() - 1;
          }
        } else {
          break;
        }
      }
      grid.endRow();
      first = false;
    }
    grid.end();
  }

  private void csv(String line, int number) {
    if (line.isBlank()) {
      return;
    }
    cellLine = number;
    Matcher cell = CSV.matcher(line);
    while (cell.find()) {
      String words = cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\"");
      cells.add(new Cell(inline.of(words.strip(), number), 1, 1, number));
    }
    words.setLength(0);
  }

  private void line(String line, int number) {
    if (AsciiDocLines.isComment(line)) {
      text.leftOut(LeftOut.Kind.COMMENT);
      return;
    }
    Matcher cell = CELL.matcher(line);
    int from = 0;
    while (cell.find()) {
      words.append(line, from, cell.start());
      endCell();
      spec = cell.group("spec") == null ? "" : cell.group("spec");
      cellLine = number;
      from = cell.end();
    }
    words.append(line.substring(from)).append('\n');
  }

  private int cellColumns() {
    Matcher span = SPAN.matcher(spec);
    return span.find() && span.group(1) != null ? Math.max(1, Integer.parseInt(span.group(1))) : 1;
  }

  private void endCell() {
    if (cellLine > 0) {
      Matcher span = SPAN.matcher(spec);
      boolean spans = span.find();
      boolean repeats = spans && span.group(3).equals("*");
      int rows = spans && span.group(2) != null ? Math.max(1, Integer.parseInt(span.group(2))) : 1;
      Inline content = AsciiDocCell.content(inline, words.toString().replace("\\|", "|"), cellLine);
      for (int i = 0; i < (repeats ? cellColumns() : 1); i++) {
        cells.add(new Cell(content, repeats ? 1 : cellColumns(), rows, cellLine));
      }
    }
    spec = "";
    words.setLength(0);
  }
}
