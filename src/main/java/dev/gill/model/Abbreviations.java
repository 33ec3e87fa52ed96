package dev.gill.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which words are written with a full stop that ends no sentence: in English, German and French.
 */
final class Abbreviations {
  private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}{1,3}\\.-?)+\\p{L}{1,3}");
  private static final Pattern ROMAN = Pattern.compile("[IVXLC]{1,6}");
  private static final Pattern VOWEL = Pattern.compile("[aeiouyäöüáéèêíóúàâôîå]");

  private Abbreviations() {}

  /**
   * Whether a full stop belongs to its word alone.
   *
   * @param word the word before it, without it
   * @param before the word before that one; empty at a sentence's beginning
   * @param after the word after it; empty at the text's end
   */
  static boolean goesOn(String word, String before, String after) {
    if (word.isEmpty() || after.isEmpty()) {
      return false;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String part = lower.substring(lower.lastIndexOf('-') + 1);
    boolean number = Character.isDigit(after.charAt(0));
    boolean small = Character.isLowerCase(after.codePointAt(0));
    boolean starts = AbbreviationWords.STARTERS.contains(bare(after).toLowerCase(Locale.ROOT));
    if (isLetter(word)) {
      return letter(word, before, after, starts);
    }
    if (AbbreviationWords.NUMBERED.contains(part)
        && (number || !starts && isNumeral(after) || isNumbered(after))) {
      return true;
    }
    if (isDate(word, part, before, after)) {
      return true;
    }
    if (small) {
      return isShort(lower, part);
    }
    if (AbbreviationWords.UNITS.contains(part) && (endsInDigit(before) || part.endsWith(".m"))) {
      return number || isDayOrZone(after);
    }
    if (AbbreviationWords.CLOSING.contains(part) || DOTTED.matcher(lower).matches()) {
      return AbbreviationWords.INTRODUCING.contains(lower) || !starts && !isSentence(after, part);
    }
    return AbbreviationWords.INTRODUCING.contains(part)
        || AbbreviationWords.COUNTING.contains(part) && !starts;
  }

  private static String bare(String word) {
    return word.replaceAll("[’'].*$|\\p{Punct}+$", "");
  }

  private static boolean isShort(String lower, String part) {
    return AbbreviationWords.INTRODUCING.contains(part)
        || AbbreviationWords.COUNTING.contains(part)
        || AbbreviationWords.WORDS.contains(part)
        || AbbreviationWords.CLOSING.contains(part)
        || AbbreviationWords.UNITS.contains(part)
        || AbbreviationWords.MONTHS_AND_DAYS.contains(part)
        || AbbreviationWords.NUMBERED.contains(part) && !part.equals("no")
        || DOTTED.matcher(lower).matches()
        || ROMAN.matcher(lower.toUpperCase(Locale.ROOT)).matches()
        || !VOWEL.matcher(part).find() && part.codePoints().allMatch(Character::isLetter);
  }

  /** After a list that ends in these a capital letter begins a sentence. */
  private static boolean isSentence(String after, String part) {
    return part.equals("etc") && Character.isUpperCase(after.codePointAt(0));
  }

  private static boolean isLetter(String word) {
    return word.codePointCount(0, word.length()) == 1
        && Character.isLetter(word.codePointAt(0))
        && !Character.isIdeographic(word.codePointAt(0));
  }

  /** An initial, a letter as a name, or a part of an abbreviation that is written apart. */
  private static boolean letter(String word, String before, String after, boolean starts) {
    boolean apart = before.length() == 2 && before.endsWith(".");
    if (Character.isLowerCase(word.codePointAt(0))) {
      return isLetterWithStop(after)
          || AbbreviationWords.NUMBERED.contains(word) && Character.isDigit(after.charAt(0))
          || word.equals("v") && Character.isUpperCase(after.codePointAt(0))
          || apart && !(starts && Character.isUpperCase(after.codePointAt(0)))
          || !starts && Character.isLowerCase(after.codePointAt(0));
    }
    boolean named = !before.isEmpty() && Character.isLowerCase(before.codePointAt(0)) && !apart;
    boolean labelled = AbbreviationWords.LABELLED.contains(before.toLowerCase(Locale.ROOT));
    return word.equals("I") || labelled ? isLetterWithStop(after) : !(starts && named);
  }

  private static boolean isLetterWithStop(String after) {
    return after.length() >= 2 && after.charAt(1) == '.' && Character.isLetter(after.charAt(0));
  }

  private static boolean isNumbered(String after) {
    return after.endsWith(".")
        && AbbreviationWords.NUMBERED.contains(bare(after).toLowerCase(Locale.ROOT));
  }

  private static boolean isNumeral(String after) {
    String word = bare(after);
    return ROMAN.matcher(word).matches()
        || word.length() == 1 && Character.isUpperCase(word.charAt(0));
  }

  /** {@code Dec. 31}, {@code Fri. 3 May}, {@code am 3. Mai}, {@code die 2. Auflage}. */
  private static boolean isDate(String word, String part, String before, String after) {
    boolean named = Character.isUpperCase(word.codePointAt(0)) || endsInDigit(before);
    if (AbbreviationWords.MONTHS_AND_DAYS.contains(part) && named) {
      return Character.isDigit(after.charAt(0)) || isDayOrZone(after);
    }
    boolean ordinal = word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    return ordinal
        && (isDayOrZone(after)
            || AbbreviationWords.GERMAN.contains(before.toLowerCase(Locale.ROOT))
                && Character.isLetter(after.codePointAt(0)));
  }

  private static boolean isDayOrZone(String after) {
    String word = bare(after);
    return AbbreviationWords.NAMES_OF_DAYS.contains(word.toLowerCase(Locale.ROOT))
            && Character.isUpperCase(word.codePointAt(0))
        || word.length() >= 3
            && word.length() <= 4
            && word.equals(word.toUpperCase(Locale.ROOT))
            && word.chars().allMatch(Character::isLetter);
  }

  private static boolean endsInDigit(String before) {
    return !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
  }
}
