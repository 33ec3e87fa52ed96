package dev.gill.parse.canonical;

/** What the characters of a text mean for its layout. */
public final class Characters {
  private Characters() {}

  static boolean isSpace(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\u202f'
        || c == '\f'
        || c == '\u000b'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2029'
        || c == '\u0085';
  }

  /** Control characters, byte order marks, soft hyphens and zero-width spaces. */
  static boolean isInvisible(char c) {
    return c < ' '
        || (c >= '\u007f' && c < '\u00a0')
        || c == '\u00ad'
        || c == '\u200b'
        || c == '\u2060'
        || c == '\ufeff';
  }

  /** Whether a wrapped line's end between these two stands for no space at all. */
  static boolean joinsWithoutSpace(int before, int after) {
    boolean wideBefore = isWide(before);
    boolean wideAfter = isWide(after);
    return (wideBefore && wideAfter)
        || (wideBefore && isQuoteOrDash(after))
        || (wideAfter && isQuoteOrDash(before));
  }

  /** Chinese and Japanese characters and punctuation, which are written without spaces. */
  public static boolean isWide(int codePoint) {
    if (codePoint < 0x2e80) {
      return false;
    }
    if (codePoint <= 0x303f || (codePoint >= 0xff00 && codePoint <= 0xff65)) {
      return true;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      default -> false;
    };
  }

  private static boolean isQuoteOrDash(int codePoint) {
    return (codePoint >= 0x2018 && codePoint <= 0x201d)
        || codePoint == 0x2014
        || codePoint == 0x2026;
  }

  /** Columns that a text takes up where wide characters take two. */
  public static int columns(CharSequence text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }
}
