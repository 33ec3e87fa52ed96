package dev.gill.parse;

import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;

/** Hands the rows of one sheet on; cells without a reference follow each other. */
final class XlsxRows implements SheetContentsHandler {
  private final SheetRows rows;
  private int column;

  XlsxRows(SheetRows rows) {
    this.rows = rows;
  }

  @Override
  public void startRow(int row) {
    rows.start(row);
    column = 0;
  }

  @Override
  public void endRow(int row) {
    rows.end(1);
  }

  @Override
  public void cell(String reference, String value, XSSFComment comment) {
    int at = reference == null ? column : new CellReference(reference).getCol();
    rows.cell(at, Inline.of(value == null ? "" : value.replace('\n', ' ')));
    column = at + 1;
  }
}
