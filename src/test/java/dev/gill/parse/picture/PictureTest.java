package dev.gill.parse.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gill.model.Content;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.formats.Formats;
import dev.gill.parse.recognition.Recognition;
import dev.gill.parse.recognition.RecognizedLine;
import dev.gill.parse.recognition.Tesseract;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures and scanned pages. */
@Tag("slow")
class PictureTest {
  private static final String SHOWN = "The harbour opens at seven.";

  /** Stands in for a program that recognizes text. */
  private record StandIn(List<RecognizedLine> lines) implements Recognition {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public List<RecognizedLine> lines(BufferedImage picture) throws IOException {
      if (picture.getWidth() < 100) {
        throw new IOException("too small to read");
      }
      return lines;
    }
  }

  private static final Recognition READS =
      new StandIn(
          List.of(
              new RecognizedLine(1, List.of("The harbour"), List.of(100), 200, 30),
              new RecognizedLine(1, List.of("opens at seven."), List.of(100), 240, 30),
              new RecognizedLine(2, List.of("It closes at nine."), List.of(100), 400, 30)));

  private static BufferedImage picture(int width) {
    BufferedImage picture = new BufferedImage(width, 500, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, 500);
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
    graphics.drawString(SHOWN, 60, 200);
    graphics.dispose();
    return picture;
  }

  private static byte[] png(int width) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture(width), "png", out);
    return out.toByteArray();
  }

  /** A page that says something, and one that is a picture. */
  private static byte[] pdf(String printed) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      page(document, printed, false);
      page(document, "Scanned by Scan", true);
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void page(PDDocument document, String printed, boolean scanned)
      throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      if (scanned) {
        content.drawImage(
            LosslessFactory.createFromImage(document, picture(900)), 0, 300, 600, 330);
      }
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
      content.newLineAtOffset(60, 60);
      content.showText(printed);
      content.endText();
    }
  }

  private static Document parsed(String name, byte[] bytes, Recognition recognition)
      throws ParseException {
    Document document = new Formats(Limits.DEFAULT, recognition).parse(Content.file(name, bytes));
    DocumentShape.check(document);
    return document;
  }

  @Test
  void aPictureIsReadInParagraphsAndSaysThatItWasRecognized() throws Exception {
    for (String name : List.of("a.png", "b.JPG", "c.tiff")) {
      Document document = parsed(name, png(900), READS);
      assertThat(document.text()).isEqualTo(SHOWN + "\n\nIt closes at nine.");
      assertThat(document.leftOut())
          .containsExactly(new LeftOut("picture", LeftOut.Kind.RECOGNIZED, 1));
    }
  }

  @Test
  void withoutRecognitionTheFailureSaysWhatWouldReadIt() {
    assertThatThrownBy(() -> parsed("a.png", png(900), Recognition.NONE))
        .isInstanceOf(ParseException.class)
        .hasMessage(
            "The file is a picture; install Tesseract where Gill runs to have its text read.");
  }

  @Test
  void scannedPagesAreReadInTheirPlace() throws Exception {
    Document document = parsed("a.pdf", pdf("Rules of the harbour, in force since May."), READS);
    assertThat(document.text())
        .isEqualTo(
            "Rules of the harbour, in force since May.\n\n" + SHOWN + "\n\nIt closes at nine.");
    assertThat(Samples.position(document, SHOWN)).contains("2");
    assertThat(document.leftOut()).containsExactly(new LeftOut("PDF", LeftOut.Kind.RECOGNIZED, 1));
  }

  @Test
  void scannedPagesAreCountedWhereNothingReadsThem() throws Exception {
    Document document = parsed("a.pdf", pdf("Rules of the harbour."), Recognition.NONE);
    assertThat(document.leftOut()).containsExactly(new LeftOut("PDF", LeftOut.Kind.SCAN, 1));
  }

  @Test
  void aPdfOfScansAloneFailsWithWhatWouldReadIt() throws Exception {
    byte[] bytes;
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      page(document, "Scanned by Scan", true);
      document.save(out);
      bytes = out.toByteArray();
    }
    assertThat(parsed("a.pdf", bytes, READS).text()).startsWith(SHOWN);
    assertThatThrownBy(() -> parsed("a.pdf", bytes, Recognition.NONE))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("are pictures; install Tesseract where Gill runs");
  }

  @Test
  void whatCannotBeReadIsAFailureAndNoCrash() throws Exception {
    byte[] whole = png(900);
    byte[] small = png(50);
    assertThatThrownBy(() -> parsed("a.png", small, READS)).isInstanceOf(ParseException.class);
    whole[16] = 0x7f; // the width, in the picture's head
    assertThatThrownBy(() -> parsed("a.png", whole, READS))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("more than 50,000,000 pixels");
  }

  @Test
  void aPictureThatShowsNoWordsIsNothingToMend() throws Exception {
    byte[] icon = png(900);
    assertThatThrownBy(() -> parsed("a.png", icon, new StandIn(List.of())))
        .isInstanceOfSatisfying(
            ParseException.class, e -> assertThat(e.isWordless()).as(e.getMessage()).isTrue());
    byte[] broken = Arrays.copyOf(icon, 40);
    assertThatThrownBy(() -> parsed("a.png", broken, READS))
        .isInstanceOfSatisfying(
            ParseException.class, e -> assertThat(e.isWordless()).as(e.getMessage()).isFalse());
  }

  @Test
  void theInstalledProgramReadsAScan() throws Exception {
    assumeTrue(Tesseract.installed().isThere(), "Tesseract is not installed on this machine");
    assertThat(parsed("a.pdf", pdf("Rules of the harbour."), Tesseract.installed()).text())
        .contains(SHOWN);
    assertThat(Samples.parsed("a.png", png(900)).text()).isEqualTo(SHOWN);
  }
}
