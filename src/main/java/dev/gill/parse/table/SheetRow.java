package dev.gill.parse.table;

import dev.gill.parse.canonical.Inline;
import java.util.List;

/**
 * A row of a sheet, or of a table as text.
 *
 * @param cells one for each place; where a cell reaches over several columns, the others are
 *     skipped
 * @param where has the text know the place of the row, which may stand there several times
 * @param times how often it stands there
 * @param heading whether the file says that it holds headings
 */
public record SheetRow(
    List<SheetCell> cells, java.util.function.IntConsumer where, int times, boolean heading) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** How many of its cells hold something. */
  public long filled() {
    return cells.stream().filter(cell -> !cell.isEmpty()).count();
  }

  /** How many columns it has. */
  int width() {
    return cells.stream().mapToInt(SheetCell::columns).sum();
  }

  /** The cell that stands in this column; an empty one if there is none. */
  SheetCell at(int column) {
    int from = 0;
    for (SheetCell cell : cells) {
      from += cell.columns();
      if (column < from) {
        return cell;
      }
    }
    return SheetCell.of(new Inline());
  }

  boolean isBold() {
    return cells.stream().allMatch(cell -> cell.isEmpty() || cell.bold());
  }

  /** Whether one of several cells reaches over several columns. */
  boolean isGrouped() {
    return filled() > 1 && cells.stream().anyMatch(c -> !c.isEmpty() && c.columns() > 1);
  }

  /** Whether its own cells stand below groups of the other row, or below nothing. */
  boolean isUnder(SheetRow other) {
    int column = 0;
    for (SheetCell cell : cells) {
      SheetCell group = other.at(column);
      boolean own = !cell.isEmpty() && !cell.above();
      if (own && !group.isEmpty() && group.columns() == 1) {
        return false;
      }
      column += cell.columns();
    }
    return other.isGrouped();
  }

  /** Its cells that hold something begin above: it says nothing new. */
  boolean isAbove() {
    return cells.stream().allMatch(cell -> cell.isEmpty() || cell.above());
  }
}
