package dev.gill.parse.pdf;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Collects the printed lines of a PDF with what is needed to distinguish paragraphs and headings.
 */
final class PdfLines extends PDFTextStripper {
  private static final double UNREADABLE = 0.3;

  private final Limits limits;
  private final List<PdfLine> lines = new ArrayList<>();
  private final PdfLineBuilder printed;
  private long total;
  private long glyphs;
  private long unknown;

  PdfLines(Limits limits) {
    this.limits = limits;
    this.printed = new PdfLineBuilder(new PdfRules(this));
  }

  /** The lines of all pages, in the order in which the file draws them. */
  List<PdfLine> of(PDDocument document) throws IOException {
    getText(document);
    finish();
    return lines;
  }

  /** Counts the glyphs of which the font does not say which letters they show. */
  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    String letters = font.toUnicode(code);
    glyphs++;
    unknown += letters == null || letters.codePoints().allMatch(PdfLines::isNoLetter) ? 1 : 0;
    super.showGlyph(matrix, font, code, displacement);
  }

  private static boolean isNoLetter(int character) {
    int type = Character.getType(character);
    return character == 0xFFFD || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
  }

  /** Whether so many glyphs show unknown letters that what was read is no text. */
  boolean isUnreadable() {
    return unknown > UNREADABLE * glyphs;
  }

  @Override
  protected void startPage(PDPage page) throws IOException {
    printed.page(page);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    total += text.length();
    if (total > limits.textChars()) {
      throw Refused.tooLong(limits);
    }
    boolean aligned = isInOrder(text, positions);
    int at = 0;
    for (TextPosition position : positions) {
      int length = position.getUnicode().length();
      if (position.getUnicode().isBlank()) {
        printed.blank();
      } else if (aligned) {
        printed.add(position, text.substring(at, at + length));
      } else {
        printed.add(position, at == 0 ? text : "");
      }
      at += length;
    }
  }

  /** What runs from the right, or was normalized, cannot be parted character by character. */
  private static boolean isInOrder(String text, List<TextPosition> positions) {
    int at = 0;
    for (TextPosition position : positions) {
      if (!text.startsWith(position.getUnicode(), at)) {
        return false;
      }
      at += position.getUnicode().length();
    }
    return at == text.length();
  }

  @Override
  protected void writeWordSeparator() {
    printed.blank();
  }

  @Override
  protected void writeLineSeparator() {
    finish();
  }

  @Override
  protected void writeParagraphSeparator() {
    finish();
  }

  @Override
  protected void writePageEnd() {
    finish();
  }

  private void finish() {
    printed.line(getCurrentPageNo()).ifPresent(lines::add);
  }

  /** How many stretches of words are crossed out. */
  int struckOut() {
    return printed.struckOut();
  }
}
