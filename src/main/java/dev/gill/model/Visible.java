package dev.gill.model;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text as it may be shown to a person: nothing in it is hidden or changes the order in which it is
 * read. What changes direction, drives a terminal or carries hidden data is shown by its number, as
 * in {@code ⟨U+202E⟩}; what is only invisible, such as a soft hyphen, is left out. What a script or
 * an emoji needs is kept (Unicode Technical Report 36 and Annex 9 name the dangers). {@code
 * visible()} in {@code common.js} does the same in the browser.
 */
public final class Visible {
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final Pattern SUSPECT =
      Pattern.compile(
          "[\\p{Cf}\\p{Cc}\\x{034F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FFA0}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}&&[^\\n\\t]]");
  private static final Pattern SHOWN_ANYWAY =
      Pattern.compile(
          "[\\x{0600}-\\x{0605}\\x{06DD}\\x{070F}\\x{0890}\\x{0891}\\x{08E2}\\x{110BD}\\x{110CD}\\x{13430}-\\x{1345F}]");
  private static final Pattern FLAG =
      Pattern.compile("\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{2,6}\\x{E007F}");
  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.NKO,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.TIBETAN,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER);

  private final String text;
  private final StringBuilder shown;
  private int hidden;
  private int firstHidden;

  private Visible(String text) {
    this.text = text;
    this.shown = new StringBuilder(text.length() + 16);
  }

  /** The text as it may be shown. */
  public static String of(String text) {
    return SUSPECT.matcher(text).find() ? new Visible(text).write() : text;
  }

  private String write() {
    for (int at = 0; at < text.length(); ) {
      int end = at + Character.charCount(text.codePointAt(at));
      var flag = FLAG.matcher(text).region(at, text.length());
      if (text.codePointAt(at) == 0x1F3F4 && flag.lookingAt()) {
        end = flag.end();
        keep(at, end);
      } else if (!isSuspect(text.codePointAt(at)) || isNeeded(at, end)) {
        keep(at, end);
      } else if (!isOnlyInvisible(text.codePointAt(at))) {
        firstHidden = hidden++ == 0 ? text.codePointAt(at) : firstHidden;
      }
      at = end;
    }
    flush();
    return shown.toString();
  }

  private void keep(int from, int end) {
    flush();
    shown.append(text, from, end);
  }

  /** Many in a row are shown as one, with how many more there are. */
  private void flush() {
    if (hidden > 0) {
      shown.append("⟨U+%04X%s⟩".formatted(firstHidden, hidden > 1 ? " +" + (hidden - 1) : ""));
      hidden = 0;
    }
  }

  private static boolean isSuspect(int c) {
    String alone = Character.toString(c);
    return SUSPECT.matcher(alone).matches() && !SHOWN_ANYWAY.matcher(alone).matches();
  }

  /** A soft hyphen, a place to break a line or the like: without it the text reads the same. */
  private static boolean isOnlyInvisible(int c) {
    return c == 0xAD
        || c == 0x034F
        || c == 0x061C
        || (c >= 0x200B && c <= 0x200F)
        || c == 0x2060
        || c == 0xFEFF
        || c == '\r';
  }

  private boolean isNeeded(int at, int end) {
    int c = text.codePointAt(at);
    int before = at == 0 ? ' ' : text.codePointBefore(at);
    int after = end == text.length() ? ' ' : text.codePointAt(end);
    if (c == ZWNJ || c == ZWJ || c == 0x200B) {
      return joins(before)
          || (isMark(before) && joins(after))
          || (c == ZWJ && emoji(before, after));
    }
    if (c == 0x200E || c == 0x200F || c == 0x061C) {
      return text.codePoints().anyMatch(Visible::isRightToLeft);
    }
    if (c >= 0x180B && c <= 0x180F) {
      return UnicodeScript.of(before) == UnicodeScript.MONGOLIAN;
    }
    return isSelector(c) && !isSelector(before) && !Character.isWhitespace(before);
  }

  private static boolean joins(int c) {
    return JOINING.contains(UnicodeScript.of(c));
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean emoji(int before, int after) {
    boolean begun =
        Character.isExtendedPictographic(before)
            || before == 0xFE0F
            || Character.isEmojiModifier(before);
    return begun && Character.isExtendedPictographic(after);
  }

  private static boolean isSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
