package dev.gill.parse.pdf;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
  private static final float COLUMN_GAP = 1.8f;
  private static final double UNREADABLE = 0.3;

  private final Limits limits;
  private final List<PdfLine> lines = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();
  private final List<Float> lefts = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final Map<Float, Integer> sizes = new TreeMap<>();
  private float right;
  private float base;
  private int bold;
  private int characters;
  private final PdfMarks marks = new PdfMarks();
  private float largest;
  private long total;
  private long glyphs;
  private long unknown;

  PdfLines(Limits limits) {
    this.limits = limits;
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
    marks.page(page);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    total += text.length();
    if (total > limits.textChars()) {
      throw Refused.tooLong(limits);
    }
    boolean aligned =
        positions.stream().mapToInt(position -> position.getUnicode().length()).sum()
            == text.length();
    int from = 0;
    int at = 0;
    for (TextPosition position : positions) {
      if (position.getUnicode().isBlank()) {
        at += position.getUnicode().length();
        continue;
      }
      if (beginsColumn(position)) {
        part.append(aligned ? text.substring(from, at) : "");
        from = aligned ? at : 0;
        beginPart(position);
      }
      largest = Math.max(largest, position.getFontSizeInPt());
      String mark = aligned ? marks.before(position, largest, base) : "";
      if (!mark.isEmpty()) {
        part.append(text, from, at).append(mark);
        from = at;
      }
      at += position.getUnicode().length();
      measure(position);
    }
    part.append(text.substring(from));
  }

  private boolean beginsColumn(TextPosition position) {
    return characters == 0
        || position.getXDirAdj() - right > COLUMN_GAP * position.getFontSizeInPt();
  }

  private void beginPart(TextPosition position) {
    if (characters == 0) {
      base = position.getYDirAdj();
    } else {
      endPart();
    }
    part.setLength(0);
    lefts.add(position.getXDirAdj());
  }

  private void endPart() {
    parts.add(PdfMarks.resolved(part.append(marks.end()).toString()));
  }

  private void measure(TextPosition position) {
    right = position.getXDirAdj() + position.getWidthDirAdj();
    sizes.merge(Math.round(position.getFontSizeInPt() * 2) / 2f, 1, Integer::sum);
    bold += isBold(position.getFont()) ? 1 : 0;
    characters++;
  }

  private static boolean isBold(PDFont font) {
    String name = font == null || font.getName() == null ? "" : font.getName();
    return name.toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy|-bd).*");
  }

  @Override
  protected void writeWordSeparator() {
    part.append(' ');
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
    if (characters > 0) {
      endPart();
      boolean strong = bold * 2 > characters;
      lines.add(new PdfLine(getCurrentPageNo(), parts, lefts, base, mainSize(), strong, false));
    }
    parts.clear();
    lefts.clear();
    part.setLength(0);
    sizes.clear();
    largest = 0;
    bold = 0;
    characters = 0;
  }

  private float mainSize() {
    return sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
