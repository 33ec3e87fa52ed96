package dev.gill.parse.office.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** Where the tables of a sheet begin, what their columns are called, and what is hidden of them. */
class SheetTablesTest {
  private static List<String> headings(Document document) {
    return document.blocks().stream()
        .filter(block -> block.kind() == Block.Kind.HEADING_ROW)
        .map(block -> document.text().substring(block.start(), block.end()))
        .toList();
  }

  private static void merge(XSSFSheet sheet, String range) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(range));
  }

  @Test
  void mergedCellsStandInAllTheirRowsAndColumns() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Building", "Monday", null, "Seats");
              Workbooks.row(sheet, 1, "Marktturm", "open", null, 6);
              Workbooks.row(sheet, 2, null, "morning", "evening", 30);
              Workbooks.row(sheet, 3);
              Workbooks.row(sheet, 4, null, "closed", "closed", 4);
              merge(sheet, "A2:A5");
              merge(sheet, "B2:C2");
            });

    assertThat(document.text())
        .endsWith(
            """
            | Building | Monday |  | Seats |
            | Marktturm | open | open | 6 |
            | Marktturm | morning | evening | 30 |
            | Marktturm | closed | closed | 4 |""");
  }

  @Test
  void headingsInTwoRowsBecomeOne() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Hall", "Visitors", null, "Closed");
              Workbooks.row(sheet, 1, null, "adults", "children", null);
              Workbooks.row(sheet, 2, "Amber", 418, 295, "Monday");
              merge(sheet, "A1:A2");
              merge(sheet, "B1:C1");
              merge(sheet, "D1:D2");
            });

    assertThat(headings(document))
        .containsExactly("| Hall | Visitors adults | Visitors children | Closed |");
  }

  @Test
  void titlesStandAboveTheirTableAndTablesAreTakenApart() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Hire of boats in 2025");
              Workbooks.row(sheet, 1, "Boat", "Seats", "Price");
              Workbooks.row(sheet, 2, "Heron", 4, 18);
              Workbooks.row(sheet, 3, "Swift", 2, 12);
              Workbooks.row(sheet, 5, "Hire of huts");
              Workbooks.row(sheet, 6, "Hut", "Beds", "Key");
              Workbooks.row(sheet, 7, "Cove", 6, "with Ida");
              Workbooks.row(sheet, 9, "Prices hold until Easter.");
              merge(sheet, "A1:C1");
            });

    assertThat(document.text())
        .isEqualTo(
            """
            # Plan

            Hire of boats in 2025

            | Boat | Seats | Price |
            | Heron | 4 | 18 |
            | Swift | 2 | 12 |

            Hire of huts

            | Hut | Beds | Key |
            | Cove | 6 | with Ida |

            Prices hold until Easter.""");
    assertThat(headings(document))
        .containsExactly("| Boat | Seats | Price |", "| Hut | Beds | Key |");
  }

  @Test
  void namesOfColumnsAreKnownByTheirLookTheirFilterOrTheirTable() throws ParseException {
    Document document =
        Workbooks.book(
            book -> {
              XSSFFont bold = book.createFont();
              bold.setBold(true);
              XSSFCellStyle strong = book.createCellStyle();
              strong.setFont(bold);
              XSSFSheet look = book.createSheet("Look");
              Workbooks.row(look, 0, "Role", "Deputy").forEach(c -> c.setCellStyle(strong));
              Workbooks.row(look, 1, "Lead", "Marta");
              XSSFSheet filter = book.createSheet("Filter");
              Workbooks.row(filter, 0, "Gate", "Warden");
              Workbooks.row(filter, 1, "North", "Ole");
              filter.setAutoFilter(CellRangeAddress.valueOf("A1:B2"));
              XSSFSheet table = book.createSheet("Table");
              Workbooks.row(table, 0, "Lane", "Leader");
              Workbooks.row(table, 1, "Three", "Cleo");
              table.createTable(
                  new AreaReference("A1:B2", org.apache.poi.ss.SpreadsheetVersion.EXCEL2007));
              XSSFSheet frozen = book.createSheet("Frozen");
              Workbooks.row(frozen, 0, "Bus", "Driver");
              Workbooks.row(frozen, 1, "Blue", "Finn");
              frozen.createFreezePane(0, 1);
              XSSFSheet pairs = book.createSheet("Pairs");
              Workbooks.row(pairs, 0, "Operator", "Yusuf Brandt");
              Workbooks.row(pairs, 1, "Place", "Harbour");
            });

    assertThat(headings(document))
        .containsExactly(
            "| Role | Deputy |", "| Gate | Warden |", "| Lane | Leader |", "| Bus | Driver |");
  }

  @Test
  void yearsAreNamesOfColumnsAboveOtherNumbers() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Region", 2024, 2025);
              Workbooks.row(sheet, 1, "North", 12, 13);
              Workbooks.row(sheet, 2, "South", 7, 9);
            });

    assertThat(headings(document)).containsExactly("| Region | 2024 | 2025 |");
  }

  @Test
  void hiddenSheetsRowsAndColumnsAreLeftOutAndCounted() throws ParseException {
    Document document =
        Workbooks.book(
            book -> {
              XSSFSheet plan = book.createSheet("Plan");
              Workbooks.row(plan, 0, "Name", "Wage", "Room");
              Workbooks.row(plan, 1, "Ida", 4100, 7);
              Workbooks.row(plan, 2, "Bo", 3900, 8).setZeroHeight(true);
              Workbooks.row(plan, 3, "Cleo", 3700, 9);
              plan.setColumnHidden(1, true);
              Workbooks.row(book.createSheet("Old"), 0, "secret");
              book.setSheetVisibility(1, SheetVisibility.HIDDEN);
              Workbooks.row(book.createSheet("Older"), 0, "secret");
              book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            });

    assertThat(document.text()).isEqualTo("# Plan\n\n| Name | Room |\n| Ida | 7 |\n| Cleo | 9 |");
    assertThat(document.leftOut()).containsExactly(new LeftOut("workbook", LeftOut.Kind.HIDDEN, 4));
  }

  @Test
  void rowsThatAFilterPutsOutOfSightAreRead() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Name", "Room");
              Workbooks.row(sheet, 1, "Ida", 7).setZeroHeight(true);
              Workbooks.row(sheet, 2, "Bo", 8);
              sheet.setAutoFilter(CellRangeAddress.valueOf("A1:B3"));
              sheet.getCTWorksheet().getAutoFilter().addNewFilterColumn().setColId(0);
            });

    assertThat(document.text()).contains("| Ida | 7 |\n| Bo | 8 |");
  }

  @Test
  void whatLiesUponTheSheetIsReadOrCounted() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Name", "Room");
              XSSFDrawing drawing = sheet.createDrawingPatriarch();
              ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 3, 3, 5, 6);
              drawing
                  .createTextbox(new org.apache.poi.xssf.usermodel.XSSFClientAnchor())
                  .setText(new XSSFRichTextString("Keys hang in the porch."));
              XSSFComment note = drawing.createCellComment(anchor);
              note.setString(new XSSFRichTextString("ask Ida"));
              sheet.getRow(0).getCell(0).setCellComment(note);
              int picture =
                  sheet
                      .getWorkbook()
                      .addPicture(
                          new byte[] {1}, org.apache.poi.ss.usermodel.Workbook.PICTURE_TYPE_PNG);
              drawing.createPicture(anchor, picture);
            });

    assertThat(document.text()).endsWith("\n\nKeys hang in the porch.");
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(
            new LeftOut("workbook", LeftOut.Kind.COMMENT, 1),
            new LeftOut("workbook", LeftOut.Kind.PICTURE, 1));
  }
}
