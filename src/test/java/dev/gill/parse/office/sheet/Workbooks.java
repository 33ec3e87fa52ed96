package dev.gill.parse.office.sheet;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks made for a test. */
final class Workbooks {
  private Workbooks() {}

  /** What becomes of a workbook of one sheet called Plan. */
  static Document sheet(Consumer<XSSFSheet> content) throws ParseException {
    return book(book -> content.accept(book.createSheet("Plan")));
  }

  static Document book(Consumer<XSSFWorkbook> content) throws ParseException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(book);
      book.write(out);
      return Samples.parsed("a.xlsx", out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a row; texts, numbers and truth values are told apart, null leaves a cell out. */
  static Row row(XSSFSheet sheet, int at, Object... values) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> {}
        case Number number -> row.createCell(i).setCellValue(number.doubleValue());
        case Boolean truth -> row.createCell(i).setCellValue(truth);
        default -> row.createCell(i).setCellValue(values[i].toString());
      }
    }
    return row;
  }

  /** Writes a number in a format into the next row. */
  static Cell formatted(XSSFSheet sheet, double value, String format) {
    Cell cell = sheet.createRow(sheet.getLastRowNum() + 1).createCell(0);
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    cell.setCellValue(value);
    cell.setCellStyle(style);
    return cell;
  }

  /** The same in a format that is known by its number alone. */
  static void formatted(XSSFSheet sheet, double value, int format) {
    Cell cell = sheet.createRow(sheet.getLastRowNum() + 1).createCell(0);
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat((short) format);
    cell.setCellValue(value);
    cell.setCellStyle(style);
  }
}
