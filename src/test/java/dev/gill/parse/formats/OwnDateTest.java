package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Content;
import dev.gill.parse.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that say when they were written. */
class OwnDateTest {
  private static final Instant AT = Instant.parse("2025-09-02T10:11:12Z");

  private static Optional<Instant> written(String name, byte[] bytes) throws Exception {
    Document document = new Formats().parse(Content.file(name, bytes));
    return document.written();
  }

  private static Optional<Instant> written(String name, String text) throws Exception {
    return written(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "updated: 2025-09-02; 2025-09-02",
        "updated: 2025-09-02\\ndate: 2024-01-01; 2025-09-02",
        "date: 2024-01-01\\nlast_modified: 2 September 2025; 2025-09-02",
        "date: September 2, 2025; 2025-09-02",
        "更新时间: 2025年9月2日; 2025-09-02",
        "lastmod: 2025-09-02T23:30:00+08:00; 2025-09-02",
        "date: 2025/9/2; 2025-09-02",
        "date: soon; ",
        "date: 02/09/2025; ",
        "date: 2025-13-40; ",
        "owner: 2025-09-02; "
      })
  void aPageSaysItAtItsHead(String settings, String day) throws Exception {
    String text = "---\n" + settings.replace("\\n", "\n") + "\n---\n\n# A page\n\nIts words.\n";
    assertThat(written("page.md", text).map(at -> at.toString().substring(0, 10)))
        .isEqualTo(Optional.ofNullable(day));
  }

  @Test
  void markupSaysIt() throws Exception {
    String html =
        "<html><head><meta property='article:modified_time' content='2025-09-02T10:11:12Z'></head>"
            + "<body><p>Words of the page.</p></body></html>";
    assertThat(written("page.html", html)).contains(AT);
    assertThat(written("page.adoc", "= Page\n:revdate: 2025-09-02\n\nIts words.\n")).isPresent();
    assertThat(written("page.org", "#+DATE: <2025-09-02 Tue>\n\nIts words.\n")).isPresent();
  }

  @Test
  void aPdfSaysItInItsProperties() throws Exception {
    Calendar at = new GregorianCalendar();
    at.setTime(Date.from(AT));
    assertThat(written("page.pdf", pdf(at))).contains(AT);
    assertThat(written("page.pdf", pdf(null))).isEmpty();
  }

  private static byte[] pdf(Calendar at) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText("Words of the page.");
        content.endText();
      }
      if (at != null) {
        pdf.getDocumentInformation().setModificationDate(at);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void officeFilesSayItInTheirProperties() throws Exception {
    try (XWPFDocument word = new XWPFDocument();
        XSSFWorkbook sheets = new XSSFWorkbook()) {
      word.createParagraph().createRun().setText("Words of the page.");
      word.getProperties().getCoreProperties().setModified(Optional.of(Date.from(AT)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      word.write(out);
      assertThat(written("page.docx", out.toByteArray())).contains(AT);
      sheets.createSheet("One").createRow(0).createCell(0).setCellValue("Words of the sheet.");
      sheets.getProperties().getCoreProperties().setModified(Optional.of(Date.from(AT)));
      ByteArrayOutputStream other = new ByteArrayOutputStream();
      sheets.write(other);
      assertThat(written("sheet.xlsx", other.toByteArray())).contains(AT);
    }
  }
}
