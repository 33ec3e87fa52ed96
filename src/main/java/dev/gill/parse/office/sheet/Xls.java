package dev.gill.parse.office.sheet;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.container.BinaryFile;
import dev.gill.parse.office.SheetNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;

/** Workbooks of Excel 97 to 2003, which come out as those of later ones do; see {@link Xlsx}. */
public final class Xls implements Format {
  /** Bytes of a file up to which it is read once more to compute its formulas. */
  private static final int MOST_COMPUTED = 16 << 20;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    BinaryFile.open(bytes, file -> read(file, bytes.length, text));
  }

  private static void read(POIFSFileSystem file, int size, CanonicalText text) throws IOException {
    XlsRecords records = XlsRecords.of(file);
    try (HSSFWorkbook book = new HSSFWorkbook(file)) {
      BinaryFile.properties(book.getSummaryInformation(), text);
      boolean from1904 = book.getInternalWorkbook().isUsing1904DateWindowing();
      XlsCells cells = new XlsCells(book, records);
      SheetNumber numbers = new SheetNumber(from1904);
      SheetFormulas formulas =
          new SheetFormulas(() -> computable(file, size), cell -> isStored(cell, records));
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        if (book.isSheetHidden(i) || book.isSheetVeryHidden(i)) {
          text.leftOut(LeftOut.Kind.HIDDEN);
        } else {
          XlsxValues values =
              new XlsxValues(new XlsxStrings(), new XlsxStyles(), numbers, formulas, i);
          sheet(book.getSheetAt(i), i, records, new XlsRows(text, cells, values));
        }
      }
    }
  }

  private static void sheet(HSSFSheet sheet, int index, XlsRecords records, XlsRows writer) {
    writer.write(sheet, index, new XlsLayout(sheet, index, records.isFiltered(index)));
  }

  private static boolean isStored(Cell cell, XlsRecords records) {
    int sheet = cell.getSheet().getWorkbook().getSheetIndex(cell.getSheet());
    return !records.isUncomputed(sheet, cell.getRowIndex(), cell.getColumnIndex());
  }

  /** The workbook once more, since computing changes it. */
  private static Optional<Workbook> computable(POIFSFileSystem file, int size) {
    try {
      return size > MOST_COMPUTED ? Optional.empty() : Optional.of(new HSSFWorkbook(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
