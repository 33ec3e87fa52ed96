package dev.gill.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds sentences in a passage. A sentence ends at a mark of ending (Latin or Chinese), and always
 * at a line's end, since canonical text keeps list items, table rows and code lines on lines of
 * their own.
 */
public final class Sentences {
  /** What may follow a closing quotation mark in the same Chinese sentence. */
  private static final Pattern CHINESE_MORE =
      Pattern.compile("[，、：的和与與或是按]|(?:[她他我你]们?|[\\p{IsHan}]{2,3})[说說问問喊叫答]|[说說问問喊叫答]道?");

  private static final String OPENERS = "\"'“‘„«(（[「『*_`";
  private static final int LONGEST = 40;
  private static final String CHINESE_ENDS = "。！？；…";
  private static final String CLOSERS = "\"'”’)]」』）】*_`";

  private Sentences() {}

  /** The sentences of a text in order, without surrounding white space; blank lines yield none. */
  public static List<Range> in(String text) {
    List<Range> found = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n') {
        add(found, text, start, i);
        start = ++i;
      } else if (ends(text, i, start)) {
        i = pastClosers(text, i + 1);
        add(found, text, start, i);
        start = i;
      } else {
        i++;
      }
    }
    add(found, text, start, text.length());
    return List.copyOf(found);
  }

  private static boolean ends(String text, int at, int start) {
    char c = text.charAt(at);
    int next = pastClosers(text, at + 1);
    boolean quoted = next > at + 1;
    char then = next < text.length() ? text.charAt(next) : '\n';
    if (CHINESE_ENDS.indexOf(c) >= 0) {
      boolean more = !quoted && CHINESE_ENDS.indexOf(then) >= 0;
      return !more
          && !(c == '…' && isSmall(text, next))
          && !(quoted && goesOnInChinese(text, next));
    }
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    if (Character.isIdeographic(then)) {
      return c != '.' && !(quoted && goesOnInChinese(text, next)) || isWesternStop(text, at, start);
    }
    if (!Character.isWhitespace(then)) {
      return false;
    }
    boolean spoken = quoted && c != '.' || text.startsWith("..", at - 1);
    return c == '.' && !text.startsWith("..", at - 1)
        ? !abbreviates(text, at, start)
        : !(spoken && isSmall(text, next));
  }

  private static boolean goesOnInChinese(String text, int next) {
    return CHINESE_MORE.matcher(text).region(next, text.length()).lookingAt();
  }

  /** A Latin full stop between Chinese characters, unless it follows the number of an item. */
  private static boolean isWesternStop(String text, int at, int start) {
    return text.charAt(at) == '.'
        && at > start + 2
        && Character.isIdeographic(text.charAt(at - 1))
        && !text.startsWith("..", at - 1);
  }

  /** Whether the next word begins with a small letter: the sentence goes on. */
  private static boolean isSmall(String text, int from) {
    String word = wordAfter(text, from);
    return !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
  }

  /**
   * A full stop after an abbreviation, a single initial or a list number does not end a sentence.
   */
  private static boolean abbreviates(String text, int at, int start) {
    int from = wordStart(text, at, start);
    String word = text.substring(from, at);
    boolean listNumber =
        text.substring(start, from).isBlank()
            && !word.isEmpty()
            && word.length() <= 3
            && word.chars().allMatch(Character::isDigit);
    if (listNumber) {
      return true;
    }
    int end = from;
    while (end > start && (isGap(text.charAt(end - 1)))) {
      end--;
    }
    String before = text.substring(wordStart(text, end, start), end);
    String after = wordAfter(text, at + 1);
    boolean wide = !after.isEmpty() && Character.isIdeographic(after.codePointAt(0));
    return wide
        ? Abbreviations.goesOn(word, before, "x") && !word.isEmpty()
        : Abbreviations.goesOn(word, before, after);
  }

  private static boolean isGap(char c) {
    return c == ' ' || OPENERS.indexOf(c) >= 0;
  }

  private static int wordStart(String text, int at, int start) {
    int from = at;
    while (from > start
        && !Character.isWhitespace(text.charAt(from - 1))
        && OPENERS.indexOf(text.charAt(from - 1)) < 0
        && !Character.isIdeographic(text.charAt(from - 1))
        && "/’…—–，。：；、".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  /** The word that follows closing marks, spaces and opening marks; empty at a line's end. */
  private static String wordAfter(String text, int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) != '\n' && !isWordPart(text.charAt(next))) {
      next++;
    }
    int end = next;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && end - next < LONGEST) {
      end++;
    }
    return text.substring(next, end);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static int pastClosers(String text, int from) {
    int i = from;
    while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static void add(List<Range> found, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      found.add(new Range(from, to));
    }
  }
}
