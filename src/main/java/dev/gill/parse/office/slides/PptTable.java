package dev.gill.parse.office.slides;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;

/** Writes a table of an old slide, in which merged cells are missing from where others reach. */
final class PptTable {
  private final CanonicalText text;

  PptTable(CanonicalText text) {
    this.text = text;
  }

  void write(HSLFTable table) {
    int columns = table.getNumberOfColumns();
    int[] reached = new int[columns];
    Grid grid = new Grid(text);
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      grid.row(false, () -> {});
      for (int column = 0; column < columns; column++) {
        HSLFTableCell cell = table.getCell(row, column);
        if (reached[column] > row) {
          continue;
        }
        int wide = cell == null ? 1 : Math.clamp(cell.getGridSpan(), 1, columns - column);
        int high = cell == null ? 1 : Math.max(cell.getRowSpan(), 1);
        for (int i = column; i < column + wide; i++) {
          reached[i] = row + high;
        }
        grid.cell(
            cell == null ? new Inline() : SlideWords.all(cell.getTextParagraphs(), text),
            wide,
            high);
      }
      grid.endRow();
    }
    grid.end();
  }
}
