package dev.gill.parse.pdf;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.recognition.RecognizedLine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads the pages that are pictures, where text recognition is installed. */
final class PdfScans {
  private static final int MOST_PAGES = 300;

  /** Pages that fail one after another until the rest is left alone. */
  private static final int MOST_FAILURES = 3;

  /** A stamp of the program that scanned the page is no text of it. */
  private static final int STAMP = 40;

  /** Pixels for each point of a page: 300 to the inch, which Tesseract reads best. */
  private static final float SCALE = 300f / 72;

  private static final float MOST_PIXELS = 25_000_000f;
  private static final float POINTS_OF_HEIGHT = 0.8f;

  private final PDDocument document;
  private final CanonicalText text;
  private final PDFRenderer renderer;
  private int read;
  private int left;
  private int failures;

  PdfScans(PDDocument document, CanonicalText text) {
    this.document = document;
    this.text = text;
    this.renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
  }

  /** Whether every page is a picture that could not be read. */
  boolean areAllUnread() {
    return left > 0 && left == document.getNumberOfPages();
  }

  /** The printed lines, and in their place those that the pictures of pages show. */
  List<PdfLine> with(List<PdfLine> printed) throws IOException {
    Map<Integer, List<PdfLine>> byPage = new HashMap<>();
    printed.forEach(line -> byPage.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line));
    List<PdfLine> all = new ArrayList<>();
    int number = 0;
    for (PDPage page : document.getPages()) {
      List<PdfLine> own = byPage.getOrDefault(++number, List.of());
      int said = own.stream().mapToInt(line -> line.words().length()).sum();
      boolean scanned = said < STAMP && PdfPictures.fillsPage(page);
      List<PdfLine> shown = scanned ? shown(page, number) : List.of();
      all.addAll(shown.isEmpty() ? own : shown);
    }
    text.leftOut(LeftOut.Kind.RECOGNIZED, read);
    text.leftOut(LeftOut.Kind.SCAN, left);
    return all;
  }

  private List<PdfLine> shown(PDPage page, int number) {
    boolean may =
        text.recognition().isThere()
            && read < MOST_PAGES
            && failures < MOST_FAILURES
            && PdfPictures.areModest(page);
    if (!may) {
      left++;
      return List.of();
    }
    try {
      PDRectangle size = page.getCropBox();
      float area = Math.max(1, size.getWidth() * size.getHeight());
      float scale = Math.min(SCALE, (float) Math.sqrt(MOST_PIXELS / area));
      BufferedImage picture = renderer.renderImage(number - 1, scale, ImageType.GRAY);
      List<PdfLine> lines = lines(text.recognition().lines(picture), number, scale);
      failures = 0;
      read += lines.isEmpty() ? 0 : 1;
      return lines;
    } catch (IOException | RuntimeException e) {
      failures++;
      left++;
      return List.of();
    }
  }

  private static List<PdfLine> lines(List<RecognizedLine> lines, int page, float scale) {
    List<Integer> heights = lines.stream().map(RecognizedLine::height).sorted().toList();
    float height = heights.isEmpty() ? 0 : heights.get(heights.size() / 2) / scale;
    float size = Math.max(1, Math.round(height / POINTS_OF_HEIGHT * 2) / 2f);
    return lines.stream().map(line -> line(line, page, scale, size)).toList();
  }

  private static PdfLine line(RecognizedLine line, int page, float scale, float size) {
    List<PdfPart> parts = new ArrayList<>();
    for (int i = 0; i < line.parts().size(); i++) {
      parts.add(PdfPart.of(line.parts().get(i), line.lefts().get(i) / scale, size));
    }
    return new PdfLine(page, parts, line.base() / scale, 0, false, size, false, false);
  }
}
