package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The row of a table that is being read. Files draw a row line by line or cell by cell, so a line
 * belongs to the cells above which it stands.
 */
final class PdfTable {
  private static final float NEXT_ROW = 1.3f;
  private static final float WIDEST_LEADING = 2f;
  private static final float WIDEST_HEAD = 3f;

  /** What is known of the whole table. */
  private static final class Ways {
    /** Whether every cell is drawn whole before the next one. */
    private boolean cellByCell;

    /** Rows that began below a ruled line, and others. */
    private int ruled;

    private int unruled;
    private float leading;
    private int rows = 1;

    boolean areRuled() {
      return ruled > 1 && unruled == 0;
    }
  }

  private final PdfTableColumns columns;
  private final Ways ways;
  private final List<List<String>> cells = new ArrayList<>();
  private final PdfLine first;
  private PdfLine last;
  private List<Integer> reached = List.of();

  private PdfTable(PdfLine first, PdfTableColumns columns, Ways ways) {
    this.first = first;
    this.last = first;
    this.columns = columns;
    this.ways = ways;
    for (int i = 0; i < columns.count(); i++) {
      cells.add(new ArrayList<>());
    }
    put(columns.cells(first).orElseThrow());
  }

  /** A row that begins with this line of several columns. */
  static PdfTable of(PdfLine line) {
    return new PdfTable(line, new PdfTableColumns(line), new Ways());
  }

  /** Takes a line in if it belongs to this row. */
  boolean takes(PdfLine line) {
    Optional<List<PdfTableColumns.Cell>> found =
        line.sameSize(first) ? columns.cells(line) : Optional.empty();
    if (found.isEmpty() || leavesBox(line) || beginsRow(line, found.get())) {
      return false;
    }
    float gap = line.base() - last.base();
    if (ways.leading == 0 && gap > 1 && line.page() == last.page()) {
      ways.leading = gap;
    }
    ways.cellByCell |= goesUp(line);
    put(found.get());
    last = line;
    return true;
  }

  /** The next row of the same table, if this line begins it. */
  Optional<PdfTable> next(PdfLine line) {
    if (!line.sameSize(first) || columns.cells(line).isEmpty() || leavesBox(line)) {
      return Optional.empty();
    }
    ways.rows++;
    if (line.page() == last.page()) {
      ways.ruled += isBelowRule(line) ? 1 : 0;
      ways.unruled += isBelowRule(line) ? 0 : 1;
    }
    return Optional.of(new PdfTable(line, columns, ways));
  }

  /**
   * A first row that knows less columns than the line below it, with its words under those columns.
   */
  Optional<PdfPiece.Row> headOf(PdfTable below) {
    boolean head =
        ways.rows == 1
            && last == first
            && columns.count() < below.columns.count()
            && first.page() == below.first.page()
            && below.first.base() - first.base() < WIDEST_HEAD * first.size();
    return head
        ? below.columns.spread(first).map(words -> new PdfPiece.Row(first.page(), words))
        : Optional.empty();
  }

  /** Words without a frame do not belong to a table that has one. */
  private boolean leavesBox(PdfLine line) {
    return first.boxed() && !line.boxed();
  }

  /**
   * At the end of a page, or of a column of text, a cell goes on without a sign; only a line in the
   * middle of a page cannot.
   */
  private boolean beginsRow(PdfLine line, List<PdfTableColumns.Cell> found) {
    int column = found.getFirst().column();
    if (line.page() != last.page() || line.base() < first.base() - 1) {
      boolean middle = line.page() != last.page() && line.base() > last.base();
      return line.hasColumns() || column == 0 || middle;
    }
    if (goesUp(line)) {
      return column <= reached.getLast();
    }
    if (isBelowRule(line) || ways.areRuled()) {
      return isBelowRule(line);
    }
    if (column == 0 && (reached.getFirst() > 0 || ways.cellByCell && found.size() > 1)) {
      return true;
    }
    if (found.size() > 1) {
      return ways.leading == 0 || !follows(line);
    }
    return column == 0 && !follows(line);
  }

  /** Whether the line stands beside the one before it, in the same row. */
  private boolean goesUp(PdfLine line) {
    return line.page() == last.page()
        && line.base() < last.base() - 1
        && line.base() > first.base() - 1;
  }

  private boolean isBelowRule(PdfLine line) {
    return line.rule() > last.base() - 1;
  }

  private boolean follows(PdfLine line) {
    float gap = line.base() - last.base();
    float widest = ways.leading > 0 ? NEXT_ROW * ways.leading : WIDEST_LEADING * line.size();
    return gap > 0 && gap <= widest;
  }

  private void put(List<PdfTableColumns.Cell> found) {
    found.forEach(cell -> cells.get(cell.column()).add(cell.part().words()));
    found.forEach(cell -> columns.widen(cell));
    reached = found.stream().map(PdfTableColumns.Cell::column).toList();
  }

  PdfPiece.Row row() {
    return new PdfPiece.Row(first.page(), cells.stream().map(List::copyOf).toList());
  }
}
