package dev.gill.parse.table;

import dev.gill.parse.canonical.Inline;
import java.util.regex.Pattern;

/**
 * A cell of a sheet or of a table as text.
 *
 * @param content what it shows
 * @param columns over how many columns it reaches, this one being the first
 * @param rows over how many rows it reaches, this one being the first
 * @param bold whether it stands out
 * @param above whether it begins in a row above
 */
public record SheetCell(Inline content, int columns, int rows, boolean bold, boolean above) {
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern SENTENCE = Pattern.compile(".*[.!?。！？]", Pattern.DOTALL);
  private static final int LONGEST_NAME = 60;

  public static SheetCell of(Inline content) {
    return new SheetCell(content, 1, 1, false, false);
  }

  public boolean isEmpty() {
    return content.isEmpty();
  }

  /** Whether it holds a value rather than a name: there are digits in it, or a truth value. */
  boolean isValue() {
    String words = content.toString();
    return words.chars().anyMatch(Character::isDigit)
        || words.equals("TRUE")
        || words.equals("FALSE");
  }

  boolean isYear() {
    return YEAR.matcher(content.toString()).matches();
  }

  /** Whether it can be what a column is called, as far as it says by itself. */
  public boolean isName() {
    String words = content.toString();
    return !isEmpty()
        && Character.isLetter(words.codePointAt(0))
        && !words.equals("TRUE")
        && !words.equals("FALSE")
        && content.length() <= LONGEST_NAME
        && !SENTENCE.matcher(words).matches();
  }

  /** What remains when letters and digits count as the same: {@code A9} of P10 and P11. */
  String shape() {
    return content.toString().replaceAll("\\p{L}+", "A").replaceAll("\\d+", "9");
  }

  /** The same where it reaches into a row that stands so far below. */
  SheetCell below(int distance) {
    return new SheetCell(content, columns, rows - distance, bold, above || distance > 0);
  }
}
