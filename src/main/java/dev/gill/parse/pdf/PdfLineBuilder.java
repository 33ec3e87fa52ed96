package dev.gill.parse.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;

/** Makes a line of the characters that a page prints side by side. */
final class PdfLineBuilder {
  private static final float COLUMN_GAP = 1.8f;
  private static final float SMALLEST_GAP = 0.5f;
  private static final float NEAREST_RULE = 60f;

  /**
   * A character.
   *
   * @param position null of a blank, which only parts words
   * @param says empty of one that is crossed out
   */
  private record Glyph(TextPosition position, String says, boolean struck) {
    boolean isRead() {
      return position != null && !struck;
    }
  }

  private final PdfRules rules;
  private final PdfStrikes strikes;
  private final PdfMarks marks = new PdfMarks();
  private final List<Glyph> glyphs = new ArrayList<>();
  private int struckOut;

  PdfLineBuilder(PdfRules rules) {
    this.rules = rules;
    this.strikes = new PdfStrikes(rules);
  }

  /** The page whose words come next. */
  void page(PDPage page) throws IOException {
    rules.page(page);
    strikes.page(page);
    marks.page(page);
  }

  /** How many stretches of words were crossed out so far. */
  int struckOut() {
    return struckOut;
  }

  void add(TextPosition position, String says) {
    glyphs.add(new Glyph(position, says, false));
  }

  void blank() {
    glyphs.add(new Glyph(null, "", false));
  }

  /** The line of what was added, which is forgotten; empty if nothing is left of it. */
  Optional<PdfLine> line(int page) {
    List<Glyph> printed = List.copyOf(glyphs);
    glyphs.clear();
    List<Glyph> valid = withoutStruck(printed);
    if (valid.stream().noneMatch(Glyph::isRead)) {
      return Optional.empty();
    }
    return Optional.of(new Line(valid).built(page));
  }

  private List<Glyph> withoutStruck(List<Glyph> printed) {
    Set<TextPosition> struck =
        strikes.in(
            printed.stream().map(Glyph::position).filter(position -> position != null).toList());
    if (struck.isEmpty()) {
      return printed;
    }
    List<Glyph> valid = new ArrayList<>();
    boolean before = false;
    for (Glyph glyph : printed) {
      boolean now = struck.contains(glyph.position());
      struckOut += now && !before ? 1 : 0;
      before = now || before && glyph.position() == null;
      valid.add(now ? new Glyph(glyph.position(), "", true) : glyph);
    }
    return valid;
  }

  /** A line while it is put together. */
  private final class Line {
    private final List<Glyph> printed;
    private final float size;
    private final float base;
    private final List<Float> uprights;
    private final List<PdfPart> parts = new ArrayList<>();
    private final List<PdfPart.Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private float left;
    private float right;

    Line(List<Glyph> printed) {
      this.printed = printed;
      Map<Float, Integer> sizes = new TreeMap<>();
      Map<Float, Integer> bases = new HashMap<>();
      each(position -> sizes.merge(size(position), 1, Integer::sum));
      size = most(sizes);
      each(
          position -> {
            if (size(position) == size) {
              bases.merge(position.getYDirAdj(), 1, Integer::sum);
            }
          });
      base = most(bases);
      uprights = rules.uprights(base - size / 2, base - size / 4);
    }

    private void each(Consumer<TextPosition> what) {
      printed.stream().filter(Glyph::isRead).map(Glyph::position).forEach(what);
    }

    private static float size(TextPosition position) {
      return Math.round(position.getFontSizeInPt() * 2) / 2f;
    }

    private static float most(Map<Float, Integer> counts) {
      return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    PdfLine built(int page) {
      int bold = 0;
      int characters = 0;
      for (Glyph glyph : printed) {
        TextPosition position = glyph.position();
        if (!glyph.isRead()) {
          endWord();
          right = position == null ? right : position.getXDirAdj() + position.getWidthDirAdj();
          continue;
        }
        if (characters > 0 && beginsColumn(position)) {
          endPart();
        }
        word.append(marks.before(position, size, base)).append(glyph.says());
        left = begun ? left : position.getXDirAdj();
        begun = true;
        right = position.getXDirAdj() + position.getWidthDirAdj();
        bold += isBold(position.getFont()) ? 1 : 0;
        characters++;
      }
      endPart();
      float edge = parts.getFirst().left();
      boolean boxed =
          uprights.stream().anyMatch(x -> x < edge + 1)
              && uprights.stream().anyMatch(x -> x > parts.getLast().right() - 1);
      return new PdfLine(page, parts, base, rule(), boxed, size, bold * 2 > characters, false);
    }

    private boolean beginsColumn(TextPosition position) {
      float at = position.getXDirAdj();
      return at - right > COLUMN_GAP * position.getFontSizeInPt()
          || at - right > SMALLEST_GAP
              && uprights.stream().anyMatch(x -> right - 1 < x && x < at + 1);
    }

    private void endWord() {
      if (!word.isEmpty()) {
        words.add(new PdfPart.Word(word.toString(), begun ? left : right, right));
        word.setLength(0);
      }
      begun = false;
    }

    private void endPart() {
      word.append(marks.end());
      endWord();
      if (!words.isEmpty()) {
        parts.add(PdfPart.of(words));
        words.clear();
      }
    }

    /** The nearest line above, over the first words. */
    private float rule() {
      float x = (parts.getFirst().left() + parts.getFirst().right()) / 2;
      float nearest = 0;
      for (PdfRules.Level level : rules.levels()) {
        boolean above = level.y() < base - size / 2 && level.y() > base - NEAREST_RULE;
        if (above && level.left() <= x && x <= level.right()) {
          nearest = Math.max(nearest, level.y());
        }
      }
      return nearest;
    }
  }

  private static boolean isBold(PDFont font) {
    String name = font == null || font.getName() == null ? "" : font.getName();
    return name.toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy|-bd).*");
  }
}
