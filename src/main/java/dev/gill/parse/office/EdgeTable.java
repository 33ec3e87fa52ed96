package dev.gill.parse.office;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.table.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A table in the making: its cells come one after another, and rows say where each of theirs ends.
 */
public final class EdgeTable {
  /** Columns whose edges are nearer than this, in twentieths of a point, are one. */
  private static final int SAME = 40;

  private static final int MOST_COLUMNS = 1 << 10;

  private record Cell(OfficeLine line, int column, int columns, Merge merge) {}

  private enum Merge {
    NONE,
    FIRST,
    BELOW
  }

  /**
   * How a row describes one of its cells.
   *
   * @param right its right edge
   * @param joined whether it belongs to the one before
   */
  private record Description(int right, boolean joined, Merge merge) {}

  private record Row(List<OfficeLine> lines, List<Description> cells, boolean heading) {}

  private final CanonicalText text;
  private final List<Row> rows = new ArrayList<>();
  private final List<OfficeLine> lines = new ArrayList<>();
  private List<Description> described = new ArrayList<>();
  private boolean joined;
  private Merge merge = Merge.NONE;
  private boolean heading;

  public EdgeTable(CanonicalText text) {
    this.text = text;
  }

  public boolean isEmpty() {
    return rows.isEmpty() && lines.isEmpty();
  }

  /** Whether a row has begun that has not ended. */
  public boolean inRow() {
    return !lines.isEmpty();
  }

  /** A description of a row begins. */
  public void describe() {
    described = new ArrayList<>();
    heading = false;
    joined = false;
    merge = Merge.NONE;
  }

  public void heading() {
    heading = true;
  }

  public void joined() {
    joined = true;
  }

  public void merged(boolean first) {
    merge = first ? Merge.FIRST : Merge.BELOW;
  }

  /** The description of a cell ends with its right edge, in twentieths of a point. */
  public void edge(int right) {
    if (described.size() >= MOST_COLUMNS) {
      throw Refused.bomb();
    }
    described.add(new Description(right, joined, merge));
    joined = false;
    merge = Merge.NONE;
  }

  public void cell(OfficeLine line) {
    if (lines.size() >= MOST_COLUMNS) {
      throw Refused.bomb();
    }
    lines.add(line);
  }

  public void endRow() {
    if (!lines.isEmpty()) {
      rows.add(new Row(List.copyOf(lines), List.copyOf(described), heading));
      lines.clear();
    }
  }

  /** Writes the table and what stands beside its words; from then on it is empty. */
  public void write() {
    endRow();
    List<Row> all = List.copyOf(rows);
    rows.clear();
    if (all.size() == 1 && all.getFirst().lines().size() == 1) {
      text.paragraph(all.getFirst().lines().getFirst().inline());
    } else if (!all.isEmpty()) {
      grid(all);
    }
    all.forEach(row -> row.lines().forEach(line -> line.after().forEach(Runnable::run)));
  }

  private void grid(List<Row> all) {
    List<Integer> edges = edges(all);
    List<List<Cell>> placed = all.stream().map(row -> placed(row, edges)).toList();
    Grid grid = new Grid(text);
    for (int i = 0; i < all.size(); i++) {
      boolean named = all.size() > 1 && (all.get(i).heading() || i == 0 && isBold(all.get(i)));
      grid.row(named, () -> {});
      for (Cell cell : placed.get(i)) {
        if (i == 0 || cell.merge() != Merge.BELOW || !reaches(placed.get(i - 1), cell.column())) {
          grid.cell(cell.line().inline(), cell.columns(), height(placed, i, cell));
        }
      }
      grid.endRow();
    }
    grid.end();
  }

  private static boolean isBold(Row row) {
    List<OfficeLine> named = row.lines().stream().filter(line -> !line.inline().isEmpty()).toList();
    return named.size() > 1 && named.stream().allMatch(OfficeLine::isBold);
  }

  /** The right edges of the columns that all rows together make. */
  private static List<Integer> edges(List<Row> all) {
    TreeSet<Integer> sorted = new TreeSet<>();
    all.forEach(row -> row.cells().forEach(cell -> sorted.add(cell.right())));
    List<Integer> edges = new ArrayList<>();
    for (int edge : sorted) {
      if (edges.isEmpty() || edge - edges.getLast() > SAME) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private static List<Cell> placed(Row row, List<Integer> edges) {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    for (int i = 0; i < row.lines().size(); i++) {
      boolean known = i < row.cells().size() && edges.size() <= MOST_COLUMNS;
      int end = known ? Math.max(column + 1, columnsUpTo(row.cells().get(i).right(), edges)) : 0;
      int columns = known ? end - column : 1;
      if (known && row.cells().get(i).joined() && !cells.isEmpty()) {
        Cell first = cells.removeLast();
        int whole = first.columns() + columns;
        cells.add(new Cell(first.line(), first.column(), whole, first.merge()));
      } else {
        Merge merge = known ? row.cells().get(i).merge() : Merge.NONE;
        cells.add(new Cell(row.lines().get(i), column, columns, merge));
      }
      column += columns;
    }
    return cells;
  }

  private static int columnsUpTo(int right, List<Integer> edges) {
    int count = 0;
    while (count < edges.size() && edges.get(count) <= right) {
      count++;
    }
    return count;
  }

  private static boolean reaches(List<Cell> above, int column) {
    return above.stream().anyMatch(c -> c.column() == column && c.merge() != Merge.NONE);
  }

  private static int height(List<List<Cell>> rows, int at, Cell cell) {
    int end = at + 1;
    while (cell.merge() != Merge.NONE
        && end < rows.size()
        && rows.get(end).stream()
            .anyMatch(c -> c.column() == cell.column() && c.merge() == Merge.BELOW)) {
      end++;
    }
    return end - at;
  }
}
