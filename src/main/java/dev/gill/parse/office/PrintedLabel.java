package dev.gill.parse.office;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;

/** What a document prints before a paragraph: a number, a letter, a bullet. */
public final class PrintedLabel {
  private PrintedLabel() {}

  /** Whether it only marks an item and numbers none. */
  public static boolean isBullet(String label) {
    return label.codePoints().noneMatch(Character::isLetterOrDigit) || label.equals("o");
  }

  /** A heading with its number. */
  public static Inline heading(String label, Inline line) {
    return isBullet(label) ? line : labelled(label, line);
  }

  /**
   * Writes an item; a label of several words, such as {@code Step 5:}, begins its text.
   *
   * @param level 0 for the outermost list
   */
  public static void item(CanonicalText text, int level, String label, Inline line) {
    boolean words = label.chars().anyMatch(Character::isWhitespace);
    boolean marked = !isBullet(label) && !words;
    text.item(Math.max(0, level), marked ? label : "-", words ? labelled(label, line) : line);
  }

  private static Inline labelled(String label, Inline line) {
    return label.isEmpty() || line.isEmpty() ? line : Inline.of(label).space().append(line);
  }
}
