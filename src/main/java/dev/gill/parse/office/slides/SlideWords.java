package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.MarkedText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.poi.common.usermodel.Hyperlink;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextParagraph.BulletStyle;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;

/** The words of a slide's boxes and cells, whichever the version of PowerPoint. */
final class SlideWords {
  private static final int DEEPEST = 10;
  private static final Set<HyperlinkType> OUTSIDE =
      EnumSet.of(HyperlinkType.URL, HyperlinkType.EMAIL, HyperlinkType.FILE);

  private SlideWords() {}

  /** A title in one line. */
  static Inline title(TextShape<?, ?> shape, CanonicalText text) {
    return new Inline().append(all(shape.getTextParagraphs(), text));
  }

  /** All paragraphs in one line, whose line breaks they are. */
  static Inline all(List<? extends TextParagraph<?, ?, ?>> paragraphs, CanonicalText text) {
    Inline all = new Inline();
    for (TextParagraph<?, ?, ?> paragraph : paragraphs) {
      all.lineBreak();
      add(paragraph, all, text);
    }
    return all;
  }

  /** Writes a box's paragraphs and list items. */
  static void write(TextShape<?, ?> shape, CanonicalText text) {
    text.apart();
    int[] numbers = new int[DEEPEST];
    String link = target(shape.getHyperlink());
    for (TextParagraph<?, ?, ?> paragraph : shape.getTextParagraphs()) {
      Inline line = new Inline();
      add(paragraph, line, text);
      if (line.isEmpty()) {
        continue;
      }
      line.target(link);
      int depth = Math.clamp(paragraph.getIndentLevel(), 0, numbers.length - 1);
      Arrays.fill(numbers, depth + 1, numbers.length, 0);
      BulletStyle bullet = paragraph.getBulletStyle();
      if (bullet == null) {
        text.paragraph(line);
      } else if (bullet.getAutoNumberingScheme() == null) {
        text.item(depth, "-", line);
      } else {
        text.item(depth, number(bullet, numbers, depth) + ".", line);
      }
    }
  }

  private static int number(BulletStyle bullet, int[] numbers, int depth) {
    Integer first = bullet.getAutoNumberingStartAt();
    numbers[depth] = numbers[depth] == 0 && first != null ? first : numbers[depth] + 1;
    return numbers[depth];
  }

  private static void add(TextParagraph<?, ?, ?> paragraph, Inline line, CanonicalText text) {
    Iterator<? extends TextRun> runs = paragraph.iterator();
    while (runs.hasNext()) {
      TextRun run = runs.next();
      String words = run.getRawText() == null ? "" : run.getRawText();
      // Before 2007 the mark of a paragraph's end is part of its last run.
      words = runs.hasNext() ? words : words.replaceFirst("\r$", "");
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

  private static String target(Hyperlink link) {
    boolean outside = link != null && link.getType() != null && OUTSIDE.contains(link.getType());
    return outside && link.getAddress() != null ? link.getAddress() : "";
  }
}
