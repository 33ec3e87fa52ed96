package dev.gill.parse.office.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of cells are written as the cell means them. */
class WorkbookValuesTest {
  private static String shown(double value, String format) throws ParseException {
    return Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "a", "b");
              Workbooks.formatted(sheet, value, format);
            })
        .text();
  }

  private static String shown(double value, int format) throws ParseException {
    return Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "a", "b");
              Workbooks.formatted(sheet, value, format);
            })
        .text();
  }

  private static List<LeftOut> leftOut(LeftOut.Kind kind, int count) {
    return List.of(new LeftOut("workbook", kind, count));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "356938035643809 | General | 356938035643809",
        "1234567890123456 | General | 1234567890123456",
        "0.30000000000000004 | General | 0.3",
        "0.000000125 | General | 0.000000125",
        "8613800138000 | 0.00E+00 | 8613800138000",
        "8613800138000 | @ | 8613800138000",
        "4711 | 00000000 | 00004711",
        "1204.567 | 0.00 | 1204.57",
        "1204.5 | #,##0.00 | 1,204.50",
        "0.4837 | 0.0% | 48.4%",
        "0.07 | 0% | 7%",
        "12.5 | 0.0\" kg\" | 12.5 kg",
        "-1204.5 | #,##0.00\\ [$€-407];-#,##0.00\\ [$€-407] | -1,204.50 €",
        "99.9 | [$$-409]#,##0.00 | $99.90",
      })
  void numbersKeepTheirDigitsAndTheirFormat(double value, String format, String shown)
      throws ParseException {
    assertThat(shown(value, format)).endsWith("| " + shown + " |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "45750 | dd/mm/yy | 2025-04-03",
        "45750 | [$-409]d\\-mmm\\-yy;@ | 2025-04-03",
        "45750 | yyyy\"年\"m\"月\"d\"日\" | 2025-04-03",
        "45750 | [$-804]yyyy\"年\"m\"月\"d\"日\";@ | 2025-04-03",
        "45750 | [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | 2025-04-03",
        "45750 | dd.mm.yyyy | 2025-04-03",
        "45750 | mmmm yyyy | 2025-04",
        "45783.60416666666 | m/d/yy h:mm AM/PM | 2025-05-06 14:30",
        "45783.60416666666 | dd.mm.yyyy hh:mm:ss | 2025-05-06 14:30:00",
        "45783.60416666666 | h:mm | 14:30",
        "0.0625 | h:mm:ss | 01:30:00",
        "2.0625 | [h]:mm | 49:30",
        "2.0625 | [hh]:mm:ss | 49:30:00",
        "0.0625 | [mm]:ss | 90:00",
        "0.5 | \"at \"h:mm | 12:30",
      })
  void datesAndTimesAreIso(double value, String format, String shown) throws ParseException {
    double exact = shown.equals("12:30") ? value + 1 / 48.0 : value;

    assertThat(shown(exact, format)).endsWith("| " + shown + " |");
  }

  @ParameterizedTest
  @CsvSource({
    "45750,14,2025-04-03",
    "45750,15,2025-04-03",
    "45750,16,2025-04-03",
    "45748,17,2025-04",
    "0.60416666666,18,14:30",
    "0.60416666666,20,14:30",
    "45783.60416666666,22,2025-05-06 14:30",
    "0.00520833333,45,00:07:30",
    "2.0625,46,49:30:00",
    "0.0052141203703,47,00:07:30.5",
    "45750,31,2025-04-03",
    "45750,57,2025-04",
  })
  void soAreBuiltInFormats(double value, int format, String shown) throws ParseException {
    assertThat(shown(value, format)).endsWith("| " + shown + " |");
  }

  @Test
  void daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws ParseException {
    Document document =
        Workbooks.book(
            book -> {
              book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
              Workbooks.formatted(book.createSheet("Plan"), 44288, 14);
            });

    assertThat(document.text()).contains("2025-04-03");
  }

  @Test
  void formulasWithoutAResultAreComputed() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Item", "Days", "Word");
              Workbooks.row(sheet, 1, "Oar", 12, "blue");
              Workbooks.row(sheet, 2, "Rope", 30, "red");
              Row sum = Workbooks.row(sheet, 3, "Sum");
              sum.createCell(1).setCellFormula("SUM(B2:B3)");
              sum.createCell(2).setCellFormula("UPPER(C2)&\" or \"&C3");
              Workbooks.row(sheet, 4, "Twice").createCell(1).setCellFormula("B4*2.5");
            });

    assertThat(document.text()).contains("| Sum | 42 | BLUE or red |", "| Twice | 105 |");
    assertThat(document.leftOut()).isEmpty();
  }

  @Test
  @Timeout(20)
  void thoseThatCannotBeComputedInTimeAreCounted() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Workbooks.row(sheet, 0, "Item", 3);
              Row row = Workbooks.row(sheet, 1, "Sum");
              row.createCell(1).setCellFormula("SUM(OFFSET(A1,0,0,1048576,16384))");
              row.createCell(2).setCellFormula("B2+1");
              row.createCell(3).setCellFormula("SUM(A1:XFD1048576)");
              row.createCell(4).setCellFormula("NOW()");
              Row words = Workbooks.row(sheet, 2, "Word");
              for (int i = 1; i < 200; i++) {
                words.createCell(i).setCellFormula("%s3&%<s3".formatted(name(i + 1)));
              }
              words.createCell(200).setCellValue("word");
            });

    assertThat(document.text()).contains("| Item | 3 |");
    assertThat(document.leftOut())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.kind()).isEqualTo(LeftOut.Kind.FORMULA);
              assertThat(left.count()).isBetween(4 + 198, 4 + 199);
            });
  }

  private static String name(int column) {
    return org.apache.poi.ss.util.CellReference.convertNumToColString(column);
  }

  @Test
  void truthValuesAndErrorsAreReadAsSuch() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Row row = Workbooks.row(sheet, 0, "Paid", true, false);
              row.createCell(3).setCellErrorValue(FormulaError.REF.getCode());
            });

    assertThat(document.text()).contains("| Paid | TRUE | FALSE | #REF! |");
  }

  @Test
  void struckOutWordsAreLeftOutAndRaisedOnesAreMarked() throws ParseException {
    Document document =
        Workbooks.book(
            book -> {
              XSSFFont struck = book.createFont();
              struck.setStrikeout(true);
              XSSFFont raised = book.createFont();
              raised.setTypeOffset(org.apache.poi.ss.usermodel.Font.SS_SUPER);
              XSSFRichTextString price = new XSSFRichTextString("Pallet ");
              price.append("15 euros", struck);
              price.append(" 18 euros");
              XSSFRichTextString area = new XSSFRichTextString("120 m");
              area.append("2", raised);
              Row row = book.createSheet("Plan").createRow(0);
              row.createCell(0).setCellValue(price);
              row.createCell(1).setCellValue(area);
              Cell whole = row.createCell(2);
              whole.setCellValue(7001);
              whole.setCellStyle(book.createCellStyle());
              whole.getCellStyle().setFont(struck);
            });

    assertThat(document.text()).endsWith("| Pallet 18 euros | 120 m^2 |");
    assertThat(document.leftOut()).isEqualTo(leftOut(LeftOut.Kind.STRUCK, 2));
  }

  @Test
  void linksShowWhereTheyLead() throws ParseException {
    Document document =
        Workbooks.sheet(
            sheet -> {
              Row row = Workbooks.row(sheet, 0, "Crane list", "Plan");
              XSSFHyperlink link =
                  sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.URL);
              link.setAddress("https://crane.example.org/list");
              row.getCell(0).setHyperlink(link);
              row.createCell(2)
                  .setCellFormula("HYPERLINK(\"https://crane.example.org/map\",\"Map\")");
            });

    assertThat(document.text())
        .endsWith(
            "| Crane list (https://crane.example.org/list) | Plan |"
                + " Map (https://crane.example.org/map) |");
  }
}
