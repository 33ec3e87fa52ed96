package dev.gill.parse.office.sheet;

import dev.gill.parse.canonical.MarkedText;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFDataFormat;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;

/** What is stored of the cells of an old workbook, as a new one would store it. */
final class XlsCells {
  private static final String RESERVED = "reserved-";

  /** What {@link MarkedText} would take for its own. */
  private static final Pattern OWN_MARKS = Pattern.compile("[\\x01-\\x03]");

  private final HSSFWorkbook book;
  private final XlsRecords records;
  private final HSSFDataFormat formats;
  private final Map<Short, XlsxStyles.Style> styles = new HashMap<>();

  XlsCells(HSSFWorkbook book, XlsRecords records) {
    this.book = book;
    this.records = records;
    this.formats = book.createDataFormat();
  }

  XlsxValues.Stored stored(HSSFCell cell, int sheet) {
    boolean computed = cell.getCellType() == CellType.FORMULA;
    CellType type = computed ? cell.getCachedFormulaResultType() : cell.getCellType();
    XlsxValues.Stored stored =
        new XlsxValues.Stored(letter(type, computed), style(cell.getCellStyle()));
    if (computed) {
      stored.formula(formula(cell));
      if (records.isUncomputed(sheet, cell.getRowIndex(), cell.getColumnIndex())) {
        return stored;
      }
    }
    switch (type) {
      case NUMERIC -> stored.value(number(cell.getNumericCellValue()));
      case STRING -> words(cell.getRichStringCellValue(), computed, stored);
      case BOOLEAN -> stored.value(cell.getBooleanCellValue() ? "1" : "0");
      case ERROR -> stored.value(error(cell.getErrorCellValue()));
      default -> {}
    }
    return stored;
  }

  /** The types as a new workbook names them. */
  private static String letter(CellType type, boolean computed) {
    return switch (type) {
      case STRING -> computed ? "str" : "inlineStr";
      case BOOLEAN -> "b";
      case ERROR -> "e";
      default -> "n";
    };
  }

  private void words(HSSFRichTextString words, boolean computed, XlsxValues.Stored stored) {
    if (computed) {
      stored.value(OWN_MARKS.matcher(words.getString()).replaceAll(" "));
    } else {
      stored.inline(marked(words));
    }
  }

  /** The formula; empty if it is of no kind that can be written down. */
  private static String formula(HSSFCell cell) {
    try {
      return cell.getCellFormula();
    } catch (RuntimeException e) {
      return "";
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String error(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "";
  }

  private XlsxStyles.Style style(HSSFCellStyle style) {
    return styles.computeIfAbsent(
        style.getIndex(),
        _ -> {
          HSSFFont font = book.getFontAt(style.getFontIndex());
          String code = formats.getFormat(style.getDataFormat());
          return new XlsxStyles.Style(
              style.getDataFormat(),
              code == null || code.startsWith(RESERVED) ? null : code,
              font.getBold(),
              font.getStrikeout(),
              font.getTypeOffset() == Font.SS_SUPER);
        });
  }

  /** The words with what is struck out or raised in them; what comes first looks like the cell. */
  private String marked(HSSFRichTextString rich) {
    String words = OWN_MARKS.matcher(rich.getString()).replaceAll(" ");
    MarkedText marked = new MarkedText();
    int runs = rich.numFormattingRuns();
    int from = runs == 0 ? words.length() : at(rich, 0, words);
    marked.add(words.substring(0, from), false, false);
    for (int i = 0; i < runs; i++) {
      int to = Math.max(i + 1 < runs ? at(rich, i + 1, words) : words.length(), from);
      HSSFFont font = book.getFontAt(rich.getFontOfFormattingRun(i));
      marked.add(
          words.substring(from, to), font.getStrikeout(), font.getTypeOffset() == Font.SS_SUPER);
      from = to;
    }
    return marked.toString();
  }

  private static int at(HSSFRichTextString rich, int run, String words) {
    return Math.clamp(rich.getIndexOfFormattingRun(run), 0, words.length());
  }
}
