package dev.gill.parse.pdf;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** What somebody wrote upon the pages of a PDF: words that are seen are read, remarks counted. */
final class PdfNotes {
  private static final Set<String> REMARKS =
      Set.of("Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Stamp", "Ink");
  private static final float SIZE = 10f;

  private PdfNotes() {}

  /** The lines of what is seen; the text notes how many remarks there are. */
  static List<PdfLine> of(PDDocument document, CanonicalText text) throws IOException {
    List<PdfLine> lines = new ArrayList<>();
    int number = 0;
    for (PDPage page : document.getPages()) {
      number++;
      for (PDAnnotation annotation : page.getAnnotations()) {
        String words = annotation.getContents();
        if (words == null || words.isBlank()) {
          continue;
        }
        if (REMARKS.contains(annotation.getSubtype())) {
          text.leftOut(LeftOut.Kind.COMMENT);
        } else if ("FreeText".equals(annotation.getSubtype())
            && annotation.getRectangle() != null
            && !annotation.isHidden()) {
          PDRectangle place = annotation.getRectangle();
          float top = page.getCropBox().getUpperRightY() - place.getUpperRightY();
          float left = place.getLowerLeftX() - page.getCropBox().getLowerLeftX();
          String line = words.strip().replaceAll("\\s+", " ");
          lines.add(PdfLine.of(number, line, left, top + SIZE, SIZE, true));
        }
      }
    }
    return lines;
  }
}
