package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.MarkedText;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xslf.usermodel.XSLFHyperlink;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** The words of a slide's boxes and cells. */
final class PptxWords {
  private static final int DEEPEST = 10;

  private PptxWords() {}

  /** A title in one line. */
  static Inline title(XSLFTextShape shape, CanonicalText text) {
    return new Inline().append(all(shape.getTextParagraphs(), text));
  }

  /** All paragraphs in one line, whose line breaks they are. */
  static Inline all(List<XSLFTextParagraph> paragraphs, CanonicalText text) {
    Inline all = new Inline();
    for (XSLFTextParagraph paragraph : paragraphs) {
      all.lineBreak();
      add(paragraph, all, text);
    }
    return all;
  }

  /** Writes a box's paragraphs and list items. */
  static void write(XSLFTextShape shape, CanonicalText text) {
    text.apart();
    int[] numbers = new int[DEEPEST];
    String link = target(shape.getHyperlink());
    for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
      Inline line = new Inline();
      add(paragraph, line, text);
      if (line.isEmpty()) {
        continue;
      }
      line.target(link);
      int depth = Math.clamp(paragraph.getIndentLevel(), 0, numbers.length - 1);
      Arrays.fill(numbers, depth + 1, numbers.length, 0);
      if (!paragraph.isBullet()) {
        text.paragraph(line);
      } else if (paragraph.getAutoNumberingScheme() == null) {
        text.item(depth, "-", line);
      } else {
        text.item(depth, ++numbers[depth] + ".", line);
      }
    }
  }

  private static void add(XSLFTextParagraph paragraph, Inline line, CanonicalText text) {
    for (XSLFTextRun run : paragraph.getTextRuns()) {
      String words = run.getRawText() == null ? "" : run.getRawText();
      if (run.isStrikethrough() && !words.isBlank()) {
        text.leftOut(LeftOut.Kind.STRUCK);
        line.space();
      } else if (run.isSuperscript()) {
        line.raised(words, false);
      } else {
        MarkedText.broken(words, line);
      }
      line.target(target(run.getHyperlink()));
    }
  }

  private static String target(XSLFHyperlink link) {
    boolean inside = link == null || link.getType() == HyperlinkType.DOCUMENT;
    return inside || link.getAddress() == null ? "" : link.getAddress();
  }
}
