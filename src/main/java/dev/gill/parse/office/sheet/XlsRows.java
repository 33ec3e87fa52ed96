package dev.gill.parse.office.sheet;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.SheetCell;
import dev.gill.parse.table.SheetRows;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/** Hands the rows of one sheet of an old workbook on, and then what lies upon it. */
final class XlsRows {
  private final CanonicalText text;
  private final XlsCells cells;
  private final XlsxValues values;

  XlsRows(CanonicalText text, XlsCells cells, XlsxValues values) {
    this.text = text;
    this.cells = cells;
    this.values = values;
  }

  /**
   * Writes it.
   *
   * @param index its place among all sheets of the workbook, counted from 0
   */
  void write(HSSFSheet sheet, int index, XlsLayout layout) {
    SheetRows rows = new SheetRows(text, index + 1, sheet.getSheetName(), layout.hiddenColumns());
    for (Row row : sheet) {
      row((HSSFRow) row, index, layout, rows);
    }
    rows.finish();
    new XlsShapes(text, rows).write(sheet);
  }

  private void row(HSSFRow row, int sheet, XlsLayout layout, SheetRows rows) {
    int number = row.getRowNum();
    rows.start(number);
    for (Cell cell : row) {
      rows.cell(cell.getColumnIndex(), cell((HSSFCell) cell, sheet, layout));
    }
    boolean hidden = row.getZeroHeight() || row.getHeight() == 0;
    if (hidden && !layout.isFiltered(number)) {
      rows.endHidden(1);
    } else {
      rows.end(1, layout.isHeading(number));
    }
  }

  private SheetCell cell(HSSFCell cell, int sheet, XlsLayout layout) {
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    XlsxValues.Stored stored = cells.stored(cell, sheet);
    Inline line = values.line(stored, row, column, text);
    if (stored.style().struck() && !line.isEmpty()) {
      text.leftOut(LeftOut.Kind.STRUCK);
      line = new Inline();
    }
    String link = layout.link(row, column);
    line.target(link.isEmpty() ? XlsxValues.linkIn(stored) : link);
    CellRangeAddress range = layout.merged(row, column);
    return new SheetCell(
        line,
        range.getLastColumn() - column + 1,
        range.getLastRow() - row + 1,
        stored.style().bold(),
        false);
  }
}
