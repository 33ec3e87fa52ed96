package dev.gill.parse.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationTextMarkup;
import org.apache.pdfbox.text.TextPosition;

/** Finds the words that are crossed out, by a line through them or by a reader's mark. */
final class PdfStrikes {
  private static final float LOWEST = 0.1f;
  private static final float HIGHEST = 0.5f;
  private static final float THICKEST = 0.15f;
  private static final float OVERHANG = 0.6f;
  private static final float TALLEST = 60f;
  private static final int MOST = 2_000;

  /** Where a reader crossed something out. */
  private record Mark(float left, float right, float top, float bottom) {
    boolean holds(TextPosition glyph) {
      float x = middle(glyph);
      float y = glyph.getYDirAdj() - glyph.getFontSizeInPt() / 4;
      return left <= x && x <= right && top <= y && y <= bottom;
    }
  }

  private final PdfRules rules;
  private final List<Mark> marks = new ArrayList<>();

  PdfStrikes(PdfRules rules) {
    this.rules = rules;
  }

  /** The page whose words come next. */
  void page(PDPage page) throws IOException {
    marks.clear();
    PDRectangle seen = page.getCropBox();
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationTextMarkup markup
          && "StrikeOut".equals(markup.getSubtype())
          && markup.getQuadPoints() != null) {
        add(markup.getQuadPoints(), seen);
      }
    }
  }

  private void add(float[] corners, PDRectangle seen) {
    for (int i = 0; i + 7 < corners.length && marks.size() < MOST; i += 8) {
      float left = Math.min(corners[i], corners[i + 4]) - seen.getLowerLeftX();
      float right = Math.max(corners[i + 2], corners[i + 6]) - seen.getLowerLeftX();
      float upper = Math.max(corners[i + 1], corners[i + 5]);
      float lower = Math.min(corners[i + 1], corners[i + 5]);
      float top = seen.getUpperRightY() - upper;
      marks.add(new Mark(left, right, top, seen.getUpperRightY() - lower));
    }
  }

  /** Those of a printed line's characters that are crossed out. */
  Set<TextPosition> in(List<TextPosition> line) {
    Set<TextPosition> struck = new HashSet<>();
    double highest = line.stream().mapToDouble(TextPosition::getYDirAdj).min().orElse(0);
    double lowest = line.stream().mapToDouble(TextPosition::getYDirAdj).max().orElse(0);
    for (PdfRules.Level rule : rules.levels()) {
      if (rule.y() > lowest || rule.y() < highest - TALLEST) {
        continue;
      }
      List<TextPosition> crossed = line.stream().filter(glyph -> crosses(rule, glyph)).toList();
      if (!crossed.isEmpty() && fits(rule, crossed)) {
        struck.addAll(crossed);
      }
    }
    for (Mark mark : marks) {
      line.stream().filter(mark::holds).forEach(struck::add);
    }
    return struck;
  }

  private static boolean crosses(PdfRules.Level rule, TextPosition glyph) {
    float size = glyph.getFontSizeInPt();
    float above = glyph.getYDirAdj() - rule.y();
    return glyph.getDir() == 0
        && rule.thickness() <= THICKEST * size
        && above >= LOWEST * size
        && above <= HIGHEST * size
        && rule.left() < middle(glyph)
        && middle(glyph) < rule.right();
  }

  /** A line that goes on far beyond the words, as that of a chart does, crosses nothing out. */
  private static boolean fits(PdfRules.Level rule, List<TextPosition> crossed) {
    float left = Float.MAX_VALUE;
    float right = 0;
    float size = 0;
    for (TextPosition glyph : crossed) {
      left = Math.min(left, glyph.getXDirAdj());
      right = Math.max(right, glyph.getXDirAdj() + glyph.getWidthDirAdj());
      size = Math.max(size, glyph.getFontSizeInPt());
    }
    return Math.abs(rule.left() - left) <= OVERHANG * size
        && Math.abs(rule.right() - right) <= OVERHANG * size;
  }

  private static float middle(TextPosition glyph) {
    return glyph.getXDirAdj() + glyph.getWidthDirAdj() / 2;
  }
}
