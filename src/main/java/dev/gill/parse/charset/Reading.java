package dev.gill.parse.charset;

import dev.gill.parse.canonical.Characters;
import java.nio.charset.Charset;

/**
 * How improbable a text is that some bytes decode to, so that readings of the same bytes can be
 * compared: the negative logarithm of the probability of its characters, roughly as often as they
 * occur in texts of their script.
 */
final class Reading {
  private static final Charset KOREAN = Charset.forName("EUC-KR");
  private static final double IMPOSSIBLE = 14;
  private static final double RARE = 8;

  /** One more for a letter where hardly anybody writes one. */
  private static final double MISPLACED = 5;

  private static final String USUAL_LATIN = "äöüßéèêàâçñáíóúôîïåæøãõÄÖÜÉ";
  private static final String CENTRAL_LATIN = "ěščřžýůąęłśżćńőűğış";
  private static final String USUAL_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбч";
  private static final String LETTERS_OF_CYRILLIC = "йхжшюцщэфъёіїєґўЁІЇЄҐЎ";
  private static final String USUAL_MARKS = "–—‘’“”„…•€£§°©®«»·²³µ½¿¡™№\u00a0";
  private static final String WIDE_MARKS = "。，、；：？！（）「」『』《》“”‘’—…・ー～\u3000【】％〜";

  private Reading() {}

  /** In natural units of information; less is likelier. */
  static double improbability(String text, Charset by) {
    boolean wide = by.newEncoder().maxBytesPerChar() >= 2;
    double sum = 0;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int after = i < text.length() ? text.codePointAt(i) : ' ';
      sum +=
          c < 0x80
              ? ascii(c)
              : wide && isOfEastAsia(c) ? eastAsian(c, by) : letter(c, before, after);
      before = c;
    }
    return sum;
  }

  private static double ascii(int c) {
    if (c < ' ') {
      return c == '\n' || c == '\t' || c == '\r' ? 3 : 12;
    }
    return Character.isLetterOrDigit(c) || c == ' ' ? 3 : 4;
  }

  private static boolean isOfEastAsia(int c) {
    return WIDE_MARKS.indexOf(c) >= 0
        || Characters.isWide(c)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xff66 && c <= 0xffdc);
  }

  private static double eastAsian(int c, Charset by) {
    if (WIDE_MARKS.indexOf(c) >= 0) {
      return 4.5;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HIRAGANA -> isChinese(by) ? RARE : 5;
      case KATAKANA -> c < 0xff66 && !isChinese(by) ? 6.3 : RARE + 1;
      case HANGUL -> Character.toString(c).getBytes(KOREAN).length == 2 ? 7 : 13;
      case HAN -> CommonHan.contains(c) ? 6.7 : isFirstLevel(c, by) ? 9.5 : IMPOSSIBLE;
      default -> c >= 0xff01 && c <= 0xff5e ? RARE : 11;
    };
  }

  private static boolean isChinese(Charset charset) {
    return charset.name().startsWith("GB") || charset.name().startsWith("Big5");
  }

  /** Standards list the characters in use first, and then those that few people know. */
  private static boolean isFirstLevel(int c, Charset by) {
    byte[] code = Character.toString(c).getBytes(by);
    int lead = code[0] & 0xff;
    return switch (by.name()) {
      case "GB18030" -> code.length == 2 && lead >= 0xb0 && lead <= 0xd7 && (code[1] & 0xff) > 0xa0;
      case "Big5-HKSCS" -> lead >= 0xa4 && lead <= 0xc6;
      case "windows-31j" -> lead >= 0x88 && lead <= 0x97;
      case "EUC-JP" -> code.length == 2 && lead >= 0xb0 && lead <= 0xcf;
      case "x-windows-949" -> false;
      default -> isFirstLevel(c, Charset.forName("GB18030"));
    };
  }

  private static double letter(int c, int before, int after) {
    if (c == 0xfffd || Character.isISOControl(c) || !Character.isDefined(c)) {
      return IMPOSSIBLE;
    }
    if (USUAL_MARKS.indexOf(c) >= 0) {
      return mark(c, before, after);
    }
    if (!Character.isLetter(c)) {
      return Character.getType(c) == Character.PRIVATE_USE ? IMPOSSIBLE : RARE + 2;
    }
    boolean shouts =
        Character.isUpperCase(c) && Character.isLowerCase(before)
            || Character.isLowerCase(c)
                && Character.isUpperCase(before)
                && Character.isUpperCase(after);
    return (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
            ? latin(c, before, after)
            : foreign(c, before, after))
        + (shouts ? MISPLACED : 0);
  }

  private static double mark(int c, int before, int after) {
    boolean begins = !Character.isLetter(before) && Character.isLetter(after);
    if ("¿¡".indexOf(c) >= 0 && begins) {
      return 3;
    }
    boolean within = Character.isLetter(before) && Character.isLetter(after);
    boolean joins = "’–—…·”“‘«»\u00a0".indexOf(c) >= 0;
    return 5 + (!joins && (within || begins && c != '§' && c != '©') ? MISPLACED : 0);
  }

  private static double latin(int c, int before, int after) {
    double alone = isAscii(before) || isAscii(after) ? 0 : 3;
    double together = before >= 0x80 && Character.isLetter(before) ? 2 : 0;
    return (USUAL_LATIN.indexOf(c) >= 0 ? 3.7 : CENTRAL_LATIN.indexOf(c) >= 0 ? 4.3 : 6.5)
        + alone
        + together;
  }

  private static boolean isAscii(int c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static double foreign(int c, int before, int after) {
    boolean mixed = isAscii(before) || isAscii(after);
    int lower = Character.toLowerCase(c);
    double cost =
        switch (Character.UnicodeScript.of(c)) {
          case CYRILLIC ->
              USUAL_CYRILLIC.indexOf(lower) >= 0
                  ? 3
                  : LETTERS_OF_CYRILLIC.indexOf(lower) >= 0 ? 4.5 : RARE;
          case GREEK, HEBREW, ARABIC, THAI -> 3.7;
          default -> RARE;
        };
    return cost + (mixed ? MISPLACED : 0) + (Character.isUpperCase(c) ? 2.5 : 0);
  }
}
