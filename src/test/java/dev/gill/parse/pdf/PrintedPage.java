package dev.gill.parse.pdf;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationStrikeout;

/** A PDF of one page, printed word by word and line by line. Distances are in points. */
final class PrintedPage implements AutoCloseable {
  static final float SIZE = 11;
  private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private static final float HEIGHT = PDRectangle.A4.getHeight();

  private final PDDocument document = new PDDocument();
  private final PDPage page = new PDPage(PDRectangle.A4);
  private final PDPageContentStream stream;

  PrintedPage() throws IOException {
    document.addPage(page);
    stream = new PDPageContentStream(document, page);
  }

  static float width(String words) throws IOException {
    return FONT.getStringWidth(words) / 1000 * SIZE;
  }

  /** Prints words from there on; {@code top} is the height of their base. */
  PrintedPage words(float left, float top, String words) throws IOException {
    return words(left, top, SIZE, words);
  }

  PrintedPage words(float left, float top, float size, String words) throws IOException {
    stream.beginText();
    stream.setFont(FONT, size);
    stream.newLineAtOffset(left, HEIGHT - top);
    stream.showText(words);
    stream.endText();
    return this;
  }

  /** Prints words that end there. */
  PrintedPage flushRight(float right, float top, String words) throws IOException {
    return words(right - width(words), top, words);
  }

  PrintedPage line(float fromLeft, float fromTop, float toLeft, float toTop) throws IOException {
    stream.setLineWidth(0.7f);
    stream.moveTo(fromLeft, HEIGHT - fromTop);
    stream.lineTo(toLeft, HEIGHT - toTop);
    stream.stroke();
    return this;
  }

  /** A line as thick as it is drawn by programs that fill flat rectangles. */
  PrintedPage bar(float left, float top, float width) throws IOException {
    stream.addRect(left, HEIGHT - top, width, 0.6f);
    stream.fill();
    return this;
  }

  /** What a reader crosses out in a program that shows PDFs. */
  PrintedPage crossOut(float left, float top, float width) throws IOException {
    PDAnnotationStrikeout mark = new PDAnnotationStrikeout();
    float low = HEIGHT - top - 2;
    float high = HEIGHT - top + SIZE;
    mark.setRectangle(new PDRectangle(left, low, width, high - low));
    mark.setQuadPoints(new float[] {left, high, left + width, high, left, low, left + width, low});
    page.getAnnotations().add(mark);
    return this;
  }

  Document parsed() throws IOException, ParseException {
    stream.close();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return Samples.parsed("a.pdf", out.toByteArray());
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
