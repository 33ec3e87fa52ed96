package dev.gill.parse.office;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Characters;
import dev.gill.parse.canonical.Inline;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes lines of the heads and feet of pages once each, and no page numbers. */
public final class MarginLines {
  /** Words beside a page number, such as those of {@code Page 2 of 7}. */
  private static final int MOST_WORDS = 3;

  private static final Pattern DIGITS_ALONE = Pattern.compile("[\\s\\d./|–-]*");

  private final CanonicalText text;
  private final Set<String> seen = new HashSet<>();

  public MarginLines(CanonicalText text) {
    this.text = text;
  }

  /** Writes a line, whose parts tabs set apart. */
  public void write(String raw) {
    Inline line = new Inline();
    for (String piece : raw.split("\t")) {
      if (!isPageNumber(piece)) {
        line.lineBreak().text(piece.replace(OfficeLine.PAGE, ' '));
      }
    }
    if (line.isEmpty()) {
      return;
    }
    if (seen.add(line.toString())) {
      text.paragraph(line);
    } else {
      text.leftOut(LeftOut.Kind.REPEATED);
    }
  }

  private static boolean isPageNumber(String piece) {
    if (piece.indexOf(OfficeLine.PAGE) < 0) {
      return DIGITS_ALONE.matcher(piece).matches() && piece.strip().length() < MOST_WORDS;
    }
    String words = piece.replace(OfficeLine.PAGE, ' ').strip();
    return words.split("\\s+").length <= MOST_WORDS && Characters.columns(words) <= 16;
  }
}
