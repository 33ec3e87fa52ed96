package dev.gill.parse.office.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import dev.gill.parse.formats.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.record.chart.ChartRecord;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFChart;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks of Excel 97 to 2003 come out as later ones do. */
class OldWorkbookTest {
  private static byte[] bytes(Workbook book) {
    try (book;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document old(Consumer<HSSFWorkbook> content) throws ParseException {
    HSSFWorkbook book = new HSSFWorkbook();
    content.accept(book);
    return Samples.parsed("a.xls", bytes(book));
  }

  private static void row(Sheet sheet, int at, Object... values) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> {}
        case Number number -> row.createCell(i).setCellValue(number.doubleValue());
        case Boolean truth -> row.createCell(i).setCellValue(truth);
        default -> row.createCell(i).setCellValue(values[i].toString());
      }
    }
  }

  private static void format(Cell cell, String format) {
    CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
    style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }

  /** Everything that both formats can hold. */
  private static void fill(Workbook book) {
    Sheet sheet = book.createSheet("Tablets");
    row(sheet, 0, "Tablet", "IMEI", "Bought", "Share", "Lent", "Price", "Total");
    row(sheet, 1, "Dock A", 356938035643809L, 45750, 0.25, true, 1234.5);
    row(sheet, 2, "Dock B", 202400012346L, 45750.604166667, 0.5, false, 99);
    for (int i = 1; i < 3; i++) {
      Row row = sheet.getRow(i);
      format(row.getCell(2), i == 1 ? "m/d/yy" : "m/d/yy h:mm");
      format(row.getCell(3), "0%");
      format(row.getCell(5), "#,##0.00");
      row.createCell(6).setCellFormula("F%d*2".formatted(i + 1));
    }
    row(sheet, 3, "Dock B and its cover");
    row(sheet, 4, "", 7, null, "kept");
    sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
    row(sheet, 5, "secret row", 1);
    sheet.getRow(5).setZeroHeight(true);
    sheet.getRow(1).createCell(8).setCellValue("secret column");
    sheet.setColumnHidden(8, true);
    Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
    link.setAddress("https://docks.example.org/b");
    sheet.getRow(2).getCell(0).setHyperlink(link);
    Cell failed = sheet.getRow(4).createCell(4);
    failed.setCellFormula("1/0");
    Sheet hidden = book.createSheet("Old prices");
    row(hidden, 0, "Dock A", 1);
    book.setSheetHidden(1, true);
    row(book.createSheet("Empty-handed"), 2, "Nothing is kept here.");
  }

  @Test
  void theSameContentGivesTheSameText() throws ParseException {
    HSSFWorkbook old = new HSSFWorkbook();
    XSSFWorkbook present = new XSSFWorkbook();
    fill(old);
    fill(present);

    Document document = Samples.parsed("a.xls", bytes(old));
    Document expected = Samples.parsed("a.xlsx", bytes(present));

    assertThat(document.text())
        .contains("| Dock A | 356938035643809 | 2025-04-03 | 25% | TRUE | 1,234.50 | 2469")
        .isEqualTo(expected.text());
    assertThat(document.leftOut()).isEqualTo(expected.leftOut());
    assertThat(document.anchors()).isEqualTo(expected.anchors());
    assertThat(document.blocks()).isEqualTo(expected.blocks());
  }

  @Test
  void daysMayBeCountedFrom1904() throws ParseException {
    Document document =
        old(
            book -> {
              book.getInternalWorkbook().getRecords().stream()
                  .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
                  .map(org.apache.poi.hssf.record.DateWindow1904Record.class::cast)
                  .forEach(record -> record.setWindowing((short) 1));
              HSSFSheet sheet = book.createSheet("Plan");
              row(sheet, 0, "Opens", 44288);
              format(sheet.getRow(0).getCell(1), "m/d/yy");
            });

    assertThat(document.text()).contains("| Opens | 2025-04-03 |");
  }

  @Test
  void struckWordsAreCountedAndRaisedOnesMarked() throws ParseException {
    Document document =
        old(
            book -> {
              HSSFFont struck = book.createFont();
              struck.setStrikeout(true);
              HSSFFont raised = book.createFont();
              raised.setTypeOffset(Font.SS_SUPER);
              HSSFRichTextString words = new HSSFRichTextString("Costs 35 42 euros per m2 today");
              words.applyFont(6, 8, struck);
              words.applyFont(23, 24, raised);
              HSSFSheet sheet = book.createSheet("Plan");
              sheet.createRow(0).createCell(0).setCellValue(words);
              sheet.createRow(1).createCell(0).setCellValue("gone");
              CellStyle style = book.createCellStyle();
              style.setFont(struck);
              sheet.getRow(1).getCell(0).setCellStyle(style);
            });

    assertThat(document.text())
        .contains("Costs 42 euros per m^2 today")
        .doesNotContain("35", "gone");
    assertThat(document.leftOut()).containsExactly(new LeftOut("workbook", LeftOut.Kind.STRUCK, 2));
  }

  @Test
  void boxesAreReadAndNotesPicturesAndFiltersSeen() throws ParseException {
    Document document =
        old(
            book -> {
              HSSFSheet sheet = book.createSheet("Plan");
              row(sheet, 0, "Hall", "Key");
              row(sheet, 1, "Amber", "Ida");
              row(sheet, 2, "Birch", "Jon");
              sheet.setAutoFilter(CellRangeAddress.valueOf("A1:B3"));
              var drawing = sheet.createDrawingPatriarch();
              drawing
                  .createTextbox(new HSSFClientAnchor())
                  .setString(new HSSFRichTextString("Ask at the desk.\nIt closes at six."));
              drawing.createSimpleShape(new HSSFClientAnchor());
              drawing.createPicture(
                  new HSSFClientAnchor(), book.addPicture(new byte[20], Workbook.PICTURE_TYPE_PNG));
              sheet
                  .getRow(1)
                  .getCell(1)
                  .setCellComment(
                      drawing.createCellComment(
                          new HSSFClientAnchor(0, 0, 0, 0, (short) 3, 3, (short) 5, 5)));
            });

    assertThat(document.text())
        .isEqualTo(
            """
            # Plan

            | Hall | Key |
            | Amber | Ida |
            | Birch | Jon |

            Ask at the desk.

            It closes at six.""");
    assertThat(document.blocks().get(1).kind()).isEqualTo(Block.Kind.HEADING_ROW);
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(
            new LeftOut("workbook", LeftOut.Kind.COMMENT, 1),
            new LeftOut("workbook", LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void resultsThatAreNeitherStoredNorComputableAreCounted() throws ParseException {
    Document document =
        old(
            book -> {
              HSSFSheet sheet = book.createSheet("Plan");
              row(sheet, 0, "Draw", null, "is made");
              sheet.getRow(0).createCell(1).setCellFormula("RAND()");
            });

    assertThat(document.text()).contains("| Draw |  | is made |");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("workbook", LeftOut.Kind.FORMULA, 1));
  }

  private static void refused(String name, byte[] bytes, String reason) {
    assertThatThrownBy(() -> Samples.parsed(name, bytes))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(reason)
        .message()
        .endsWith(".");
  }

  private static void refused(String name, String content, String reason) {
    refused(name, content.getBytes(StandardCharsets.UTF_8), reason);
  }

  @Test
  void aProtectedWorkbook() {
    HSSFWorkbook book = new HSSFWorkbook();
    row(book.createSheet("Plan"), 0, "Hall", "Key");
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    byte[] bytes;
    try {
      bytes = bytes(book);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }

    refused("a.xls", bytes, "protected by a password");
    refused("a.xlsx", bytes, "protected by a password");
  }

  @Test
  void filesOfOtherKindsUnderItsNameAreReadAsWhatTheyAre() throws ParseException {
    HSSFWorkbook old = new HSSFWorkbook();
    row(old.createSheet("Plan"), 0, "Hall", "Key", "Hours");
    byte[] oldBytes = bytes(old);
    XSSFWorkbook present = new XSSFWorkbook();
    row(present.createSheet("Plan"), 0, "Hall", "Key", "Hours");

    assertThat(Samples.parsed("a.xlsx", oldBytes).text()).contains("| Hall | Key | Hours |");
    assertThat(Samples.parsed("a.docx", oldBytes).text()).contains("| Hall | Key | Hours |");
    assertThat(Samples.parsed("a.xls", bytes(present)).text()).contains("| Hall | Key | Hours |");
    assertThat(Samples.parsed("a.xls", "Hall\tKey\nAmber\tIda\nBirch\tJon\n").text())
        .contains("| Hall | Key |\n| Amber | Ida |");
    assertThat(
            Samples.parsed(
                    "a.xls",
                    """
                    <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>
                    <tr><th>Hall</th><th>Key</th></tr><tr><td>Amber</td><td>Ida</td></tr>
                    </table></html>""")
                .text())
        .isEqualTo("| Hall | Key |\n| Amber | Ida |");
  }

  @Test
  void filesOfUnknownKindsUnderItsNameSayWhatToDo() {
    refused(
        "a.xls",
        """
        <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>""",
        "XML format of Office 2003; save it as .xlsx");
    refused("a.xls", "MIME-Version: 1.0\nContent-Type: multipart/related", "web archive");
    refused("a.xls", "\u0009\u0008\u0010\0 no workbook", "not a workbook");
    refused("a.xls", new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0}, "not a workbook");
  }

  @Test
  void cellsWithoutEndAreRefusedBeforeTheyTakeTheMemory() throws IOException {
    byte[] blanks = new byte[8224];
    java.nio.ByteBuffer.wrap(blanks)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0xBE)
        .putShort((short) 8220);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 600; i++) {
      stream.writeBytes(blanks);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var files = new org.apache.poi.poifs.filesystem.POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(stream.toByteArray()), "Workbook");
      files.writeFilesystem(out);
    }

    refused("a.xls", out.toByteArray(), "too many cells in its old format; save it as .xlsx");
    assertThat(Set.of("a.xls", "a.xlt", "a.ppt")).allMatch(Formats::known);
  }

  /** Its numbers stand in the cells; how they are drawn is not read. */
  @Test
  void aChartIsCountedAndItsNumbersAreRead() throws ParseException {
    Document document =
        old(
            book -> {
              HSSFSheet sheet = book.createSheet("Berths");
              row(sheet, 0, "Month", "Boats");
              row(sheet, 1, "May", 12);
              draw(book, sheet);
            });

    assertThat(document.text()).contains("| May | 12 |");
    assertThat(document.leftOut())
        .extracting(LeftOut::kind, LeftOut::count)
        .containsExactly(tuple(LeftOut.Kind.OBJECT, 1));
  }

  /** The library makes charts only of those that it read, unless its constructor is asked. */
  private static void draw(HSSFWorkbook book, HSSFSheet sheet) {
    try {
      Constructor<HSSFChart> maker =
          HSSFChart.class.getDeclaredConstructor(HSSFSheet.class, ChartRecord.class);
      maker.setAccessible(true);
      maker.newInstance(sheet, null).createBarChart(book, sheet);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
