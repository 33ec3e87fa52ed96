package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.MarkedText;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hslf.usermodel.HSLFHyperlink;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hslf.usermodel.HSLFTextRun;
import org.apache.poi.hslf.usermodel.HSLFTextShape;

/** The words of an old slide's boxes and cells. */
final class PptWords {
  private static final int DEEPEST = 10;

  private PptWords() {}

  /** All paragraphs in one line, whose line breaks they are. */
  static Inline all(List<HSLFTextParagraph> paragraphs, CanonicalText text) {
    Inline all = new Inline();
    for (HSLFTextParagraph paragraph : paragraphs) {
      all.lineBreak();
      add(paragraph, all, text);
    }
    return all;
  }

  /** Writes a box's paragraphs and list items. */
  static void write(HSLFTextShape shape, CanonicalText text) {
    text.apart();
    int[] numbers = new int[DEEPEST];
    String link = target(shape.getHyperlink());
    for (HSLFTextParagraph paragraph : shape.getTextParagraphs()) {
      Inline line = new Inline();
      add(paragraph, line, text);
      if (line.isEmpty()) {
        continue;
      }
      line.target(link);
      int depth = Math.clamp(paragraph.getIndentLevel(), 0, numbers.length - 1);
      Arrays.fill(numbers, depth + 1, numbers.length, 0);
      if (paragraph.getAutoNumberingScheme() != null) {
        text.item(depth, number(paragraph, numbers, depth) + ".", line);
      } else if (paragraph.isBullet()) {
        text.item(depth, "-", line);
      } else {
        text.paragraph(line);
      }
    }
  }

  private static int number(HSLFTextParagraph paragraph, int[] numbers, int depth) {
    Integer first = paragraph.getAutoNumberingStartAt();
    numbers[depth] = numbers[depth] == 0 && first != null ? first : numbers[depth] + 1;
    return numbers[depth];
  }

  private static void add(HSLFTextParagraph paragraph, Inline line, CanonicalText text) {
    List<HSLFTextRun> runs = paragraph.getTextRuns();
    for (int i = 0; i < runs.size(); i++) {
      HSLFTextRun run = runs.get(i);
      String words = run.getRawText() == null ? "" : run.getRawText();
      words = i == runs.size() - 1 && words.endsWith("\r") ? words.replaceFirst("\r$", "") : words;
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

  private static String target(HSLFHyperlink link) {
    boolean outside =
        link != null
            && (link.getType() == HyperlinkType.URL
                || link.getType() == HyperlinkType.EMAIL
                || link.getType() == HyperlinkType.FILE);
    return outside && link.getAddress() != null ? link.getAddress() : "";
  }
}
