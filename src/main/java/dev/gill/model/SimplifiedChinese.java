package dev.gill.model;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;

/** Chinese in simplified characters, so that both ways of writing it meet. Safe for threads. */
public final class SimplifiedChinese {
  private static final Transliterator SIMPLIFY =
      Transliterator.getInstance("Traditional-Simplified");

  /** Asked first: going through the rules takes a microsecond a character. */
  private static final UnicodeSet TRADITIONAL = traditional();

  private SimplifiedChinese() {}

  /**
   * A text with its traditional characters turned into simplified ones, as ICU's
   * Traditional-Simplified transform does it; one that has none stays as it is.
   */
  public static String of(String text) {
    return TRADITIONAL.containsSome(text) ? SIMPLIFY.transliterate(text) : text;
  }

  private static UnicodeSet traditional() {
    UnicodeSet traditional = new UnicodeSet();
    for (String each : SIMPLIFY.getSourceSet()) {
      if (!SIMPLIFY.transliterate(each).equals(each)) {
        traditional.add(each);
      }
    }
    return traditional.freeze();
  }
}
