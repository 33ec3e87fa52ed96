package dev.gill.parse.office.opendocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets and presentations that say in few bytes that something stands there many times. */
class OpenDocumentTest {
  private static final String SPACES =
      "xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:draw='d' xmlns:presentation='p'";

  private static final Map<String, String> AROUND_TABLES =
      Map.of(
          "ods", "<office:spreadsheet>%s</office:spreadsheet>",
          "odp", "<office:presentation><draw:page>%s</draw:page></office:presentation>",
          "odt", "<office:body><office:text>%s</office:text></office:body>");

  private static byte[] file(String extension, String content) {
    String body = AROUND_TABLES.get(extension).formatted(content);
    return zipped(
        "<office:document-content %s>%s</office:document-content>".formatted(SPACES, body));
  }

  private static byte[] zipped(String xml) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String table(String rows) {
    return "<table:table table:name='Plan'>%s</table:table>".formatted(rows);
  }

  private static String rows(String times, String cells) {
    return "<table:table-row table:number-rows-repeated='%s'>%s</table:table-row>"
        .formatted(times, cells);
  }

  private static String cells(String times, String words) {
    return "<table:table-cell table:number-columns-repeated='%s'><text:p>%s</text:p></table:table-cell>"
        .formatted(times, words);
  }

  private static void refused(String extension, String rows, String reason) {
    assertThatThrownBy(() -> Samples.parsed("a." + extension, file(extension, table(rows))))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ods", "odp", "odt"})
  void aRowAndACellThatStandThereTwiceAreReadTwice(String extension) throws ParseException {
    String rows = rows("2", cells("2", "a") + cells("1", "b")) + rows("none", cells("0", "c"));

    assertThat(Samples.parsed("a." + extension, file(extension, table(rows))).text())
        .endsWith("| a | a | b |\n| a | a | b |\n| c |");
  }

  @Test
  @Timeout(20)
  void emptyRowsAndCellsUpToTheEdgeOfTheSheetAreLeftOut() throws ParseException {
    String rest = rows("1048576", cells("16384", ""));
    String far = rows("1", cells("1", "a") + cells("16000", "") + cells("1", "b"));

    assertThat(Samples.parsed("a.ods", file("ods", table((far + rest).repeat(10)))).text())
        .isEqualTo("# Plan" + ("\n\n| a |" + "  |".repeat(20) + " b |").repeat(10));
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(strings = {"ods", "odp", "odt"})
  @Tag("slow")
  void rowsThatAreRepeatedBeyondTheLimitAreRefused(String extension) {
    for (String times : List.of("500001", "1048576", "99999999999999999999")) {
      refused(extension, rows(times, cells("1", "x")), "500,000 paragraphs or rows; split it");
    }
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(strings = {"ods", "odp", "odt"})
  void soAreCellsThatAreRepeatedBeyondIt(String extension) {
    refused(extension, rows("1", cells("16384", "word ".repeat(200))), "characters of text");
    refused(extension, rows("1", cells("16385", "x")), "unpacks to far more data");
    refused(extension, rows("1", cells("99999999999", "x")), "unpacks to far more data");
    refused(extension, rows("1", cells("9000", "x").repeat(2)), "unpacks to far more data");
  }

  @ParameterizedTest
  @CsvSource({"ods,spreadsheet", "odp,presentation"})
  void anotherDocumentUnderTheNameIsBroken(String extension, String kind) {
    String reason = "not an OpenDocument %s although its name says so".formatted(kind);

    assertThatThrownBy(
            () -> Samples.parsed("a." + extension, file("odt", "<text:p>words</text:p>")))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void emptyOnesHoldNoText() {
    refused("ods", rows("5", cells("3", "")), "The OpenDocument spreadsheet holds no text.");
  }

  @Test
  void whatIsInsideElementsNestedTooDeeplyIsRefused() {
    String deep = "<draw:g>".repeat(500) + "</draw:g>".repeat(500);

    assertThatThrownBy(() -> Samples.parsed("a.odp", file("odp", deep)))
        .hasMessageContaining("too deeply");
    assertThatThrownBy(() -> Samples.parsed("a.ods", file("ods", deep)))
        .hasMessageContaining("too deeply");
  }

  @Test
  void kindsThatTheNameDoesNotSayAreToldByTheContent() throws ParseException {
    assertThat(Samples.parsed("PLAN", Samples.bytes("handbook.ods")).text()).startsWith("# Shifts");
    assertThat(Samples.parsed("TALK", Samples.bytes("handbook.odp")).text())
        .startsWith("# Restoring the archive");
  }

  @Test
  void mergedCellsOfASheetStandInAllTheirRowsAndColumns() throws ParseException {
    String head = rows("1", cells("1", "Building") + cells("1", "Room") + cells("1", "Seats"));
    String first =
        rows(
            "1",
            "<table:table-cell table:number-rows-spanned='3'><text:p>Marktturm</text:p>"
                + "</table:table-cell>"
                + cells("1", "Falcon")
                + cells("1", "6"));
    String next = rows("2", "<table:covered-table-cell/>" + cells("1", "Heron") + cells("1", "30"));
    String wide =
        rows(
            "1",
            cells("1", "Lindenhof")
                + "<table:table-cell table:number-columns-spanned='2'><text:p>5</text:p>"
                + "</table:table-cell><table:covered-table-cell/>");

    assertThat(Samples.parsed("a.ods", file("ods", table(head + first + next + wide))).text())
        .endsWith(
            """
            | Building | Room | Seats |
            | Marktturm | Falcon | 6 |
            | Marktturm | Heron | 30 |
            | Marktturm | Heron | 30 |
            | Lindenhof | 5 | 5 |""");
  }

  @Test
  void cellsOfASheetSayWhatTheyMean() throws ParseException {
    String row =
        rows(
            "1",
            """
            <table:table-cell office:value-type='float' office:value='356938035643809'>\
            <text:p>3.57E+14</text:p></table:table-cell>\
            <table:table-cell office:value-type='date' office:date-value='2025-04-03'>\
            <text:p>04/03/25</text:p></table:table-cell>\
            <table:table-cell office:value-type='date' office:date-value='2025-05-06T14:30:00'>\
            <text:p>5/6/25 2:30 PM</text:p></table:table-cell>\
            <table:table-cell office:value-type='time' office:time-value='PT14H30M00S'>\
            <text:p>02:30 PM</text:p></table:table-cell>\
            <table:table-cell table:formula='of:=SUM([.A1:.A2])'/>""");
    Document document = Samples.parsed("a.ods", file("ods", table(row)));

    assertThat(document.text())
        .endsWith("| 356938035643809 | 2025-04-03 | 2025-05-06 14:30 | 14:30 |");
    assertThat(document.leftOut()).extracting(LeftOut::kind).containsExactly(LeftOut.Kind.FORMULA);
  }

  @Test
  void hiddenColumnsAndRowsOfASheetAreLeftOut() throws ParseException {
    String columns =
        "<table:table-column/><table:table-column table:visibility='collapse'/><table:table-column/>";
    String shown = rows("1", cells("1", "Ida") + cells("1", "4100") + cells("1", "7"));
    String hidden =
        "<table:table-row table:visibility='collapse'>%s</table:table-row>"
            .formatted(cells("1", "Bo"));
    String filtered =
        "<table:table-row table:visibility='filter'>%s</table:table-row>"
            .formatted(cells("1", "Cleo"));
    Document document =
        Samples.parsed("a.ods", file("ods", table(columns + shown + hidden + filtered)));

    assertThat(document.text()).endsWith("| Ida | 7 |\n| Cleo |");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("OpenDocument spreadsheet", LeftOut.Kind.HIDDEN, 2));
  }

  @Test
  void hiddenSlidesAndStruckOutWordsAreLeftOut() throws ParseException {
    String styles =
        """
        <office:automatic-styles><style:style style:name='away'>\
        <style:drawing-page-properties presentation:visibility='hidden'/></style:style>\
        <style:style style:name='gone'>\
        <style:text-properties style:text-line-through-style='solid'/></style:style>\
        </office:automatic-styles>""";
    String slides =
        """
        <draw:page draw:style-name='away'><draw:frame><text:p>Old prices</text:p></draw:frame>\
        </draw:page><draw:page><draw:frame><text:p>Port <text:span text:style-name='gone'>7001\
        </text:span> 7443</text:p></draw:frame></draw:page>""";
    Document document = Samples.parsed("a.odp", zipped(styles, slides));

    assertThat(document.text()).isEqualTo("# Slide 2\n\nPort 7443");
    assertThat(document.leftOut())
        .extracting(LeftOut::kind)
        .containsExactly(LeftOut.Kind.STRUCK, LeftOut.Kind.HIDDEN);
  }

  private static byte[] zipped(String styles, String slides) {
    String xml =
        """
        <office:document-content %s xmlns:style='s'>%s<office:presentation>%s\
        </office:presentation></office:document-content>"""
            .formatted(SPACES, styles, slides);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String box(int x, int y, String words) {
    return ("<draw:custom-shape svg:x='%dcm' svg:y='%dcm' svg:width='9cm' svg:height='2cm'>"
            + "<text:p>%s</text:p></draw:custom-shape>")
        .formatted(x, y, words);
  }

  @Test
  void boxesAreReadColumnByColumnInWhicheverOrderTheyWereDrawn() throws ParseException {
    String slide =
        "<office:document-content %s xmlns:svg='s'><office:presentation>%s</office:presentation>"
                .formatted(
                    SPACES,
                    "<draw:page><presentation:notes>%s</presentation:notes>%s%s%s%s</draw:page>"
                        .formatted(
                            box(0, 0, "Speak slowly."),
                            box(2, 7, "The north team meets in room 8."),
                            box(14, 4, "South team"),
                            box(14, 7, "The south team meets in room 3."),
                            box(2, 4, "North team")))
            + "</office:document-content>";

    assertThat(Samples.parsed("a.odp", zipped(slide)).text())
        .isEqualTo(
            """
            # Slide 1

            North team

            The north team meets in room 8.

            South team

            The south team meets in room 3.

            Speak slowly.""");
  }
}
