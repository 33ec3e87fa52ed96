package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reStructuredText table that is written as a list of lists. */
final class RstListTable {
  private static final Pattern ROW = Pattern.compile("^(\\s*[*-]\\s+)[-*](?:\\s+(.*))?$");
  private static final Pattern CELL = Pattern.compile("^(\\s*)[-*](?:\\s+(.*))?$");

  private static final Pattern BROKEN = Pattern.compile("^\\|(?:\\s+|$)");

  private final CanonicalText text;
  private final RstLines lines;
  private final RstInline inline;
  private final List<Inline> cells = new ArrayList<>();
  private Grid grid;
  private int headings;
  private int cellIndent;
  private int rowLine;

  RstListTable(CanonicalText text, RstLines lines, RstInline inline) {
    this.text = text;
    this.lines = lines;
    this.inline = inline;
  }

  /**
   * Writes it.
   *
   * @param headingRows how many rows say what the columns are called
   */
  void write(int from, int to, int headingRows) {
    grid = new Grid(text);
    headings = headingRows;
    for (int i = from; i < to; i++) {
      Matcher row = ROW.matcher(lines.at(i));
      Matcher cell = CELL.matcher(lines.at(i));
      if (row.matches() && (cells.isEmpty() || row.group(1).length() <= cellIndent)) {
        endRow();
        rowLine = i + 1;
        cellIndent = row.group(1).length();
        cells.add(cell(row.group(2), i + 1));
      } else if (cell.matches() && cell.group(1).length() == cellIndent) {
        cells.add(cell(cell.group(2), i + 1));
      } else if (!cells.isEmpty()) {
        more(lines.at(i).strip(), i + 1);
      }
    }
    endRow();
    grid.end();
  }

  private void endRow() {
    if (cells.isEmpty()) {
      return;
    }
    int line = rowLine;
    grid.row(headings-- > 0, () -> text.line(line));
    cells.forEach(grid::cell);
    grid.endRow();
    cells.clear();
  }

  private Inline cell(String words, int line) {
    return inline.of(words == null ? "" : BROKEN.matcher(words).replaceFirst(""), line);
  }

  /** A further line of a cell; one that begins with a bar is a line of its own. */
  private void more(String words, int line) {
    Inline cell = cells.getLast();
    boolean broken = BROKEN.matcher(words).lookingAt();
    (broken ? cell.lineBreak() : cell.softBreak()).append(cell(words, line));
  }
}
