package dev.gill.parse;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;

/** Writes the rows of one sheet; the sheet's name stands above the first one. */
final class XlsxRows implements SheetContentsHandler {
  private static final int WIDEST_GAP = 20;
  private static final int TABLE_GAP = 1;

  private final CanonicalText text;
  private final String sheet;
  private final List<Inline> cells = new ArrayList<>();
  private boolean begun;
  private int column;
  private int lastRow;

  XlsxRows(CanonicalText text, String sheet) {
    this.text = text;
    this.sheet = sheet;
  }

  @Override
  public void startRow(int row) {
    cells.clear();
    column = 0;
    if (row - lastRow > TABLE_GAP) {
      text.apart();
    }
  }

  @Override
  public void endRow(int row) {
    if (cells.stream().allMatch(Inline::isEmpty)) {
      return;
    }
    if (!begun) {
      text.heading(1, Inline.of(sheet));
      begun = true;
    }
    text.row(cells);
    lastRow = row;
  }

  /** Empty cells are left out of the file; a row of them far apart need not show every one. */
  @Override
  public void cell(String reference, String value, XSSFComment comment) {
    int at = reference == null ? column : new CellReference(reference).getCol();
    for (int gap = Math.min(at - column, WIDEST_GAP); gap > 0; gap--) {
      cells.add(new Inline());
    }
    cells.add(Inline.of(value == null ? "" : value.replace('\n', ' ')));
    column = at + 1;
  }
}
