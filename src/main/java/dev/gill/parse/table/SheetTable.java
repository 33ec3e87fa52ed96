package dev.gill.parse.table;

import dev.gill.parse.canonical.CanonicalText;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows that follow each other: what stands above the table as paragraphs, then the table
 * with its headings. Looks ahead only so far that a table of any length can be written.
 */
public final class SheetTable {
  private static final int AHEAD = 50;

  private final CanonicalText text;
  private final List<SheetRow> ahead = new ArrayList<>();
  private Grid grid;

  public SheetTable(CanonicalText text) {
    this.text = text;
  }

  public void add(SheetRow row) {
    if (grid != null) {
      write(row, false);
      return;
    }
    ahead.add(row);
    if (ahead.size() == AHEAD) {
      begin();
    }
  }

  /** The rows end; the next one begins another table. */
  public void end() {
    if (grid == null && !ahead.isEmpty()) {
      begin();
    }
    if (grid != null) {
      grid.end();
      grid = null;
    }
  }

  boolean isEmpty() {
    return grid == null && ahead.isEmpty();
  }

  /** Rows that may still turn out to stand above a table. */
  public List<SheetRow> ahead() {
    return ahead;
  }

  private void begin() {
    SheetHead head =
        ahead.size() == 1 && ahead.getFirst().filled() == 1
            ? new SheetHead(1, 0)
            : SheetHead.of(ahead);
    for (int i = 0; i < ahead.size(); i++) {
      SheetRow row = ahead.get(i);
      if (i < head.above() && row.filled() == 1 && row.times() == 1) {
        end(grid);
        paragraph(row);
      } else {
        grid = grid == null || i == head.above() ? next() : grid;
        write(row, i >= head.above() && i < head.above() + head.headings());
      }
    }
    if (grid == null) {
      grid = new Grid(text);
    }
    ahead.clear();
  }

  private void end(Grid before) {
    if (before != null) {
      before.end();
      grid = null;
    }
  }

  private Grid next() {
    end(grid);
    return new Grid(text);
  }

  private void paragraph(SheetRow row) {
    row.where().accept(0);
    row.cells().stream()
        .filter(cell -> !cell.isEmpty())
        .forEach(cell -> text.paragraph(cell.content()));
  }

  private void write(SheetRow row, boolean heading) {
    for (int i = 0; i < row.times(); i++) {
      int time = i;
      grid.row(heading, () -> row.where().accept(time));
      row.cells().forEach(cell -> grid.cell(cell.content(), cell.columns(), 1));
      grid.endRow();
    }
  }
}
