package dev.gill.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds sentences in a passage. A sentence ends at a mark of ending (Latin or Chinese), and always
 * at a line's end, since canonical text keeps list items, table rows and code lines on lines of
 * their own.
 */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "vs", "mr", "mrs", "ms", "dr", "approx", "cf", "fig", "incl", "st");
  private static final Pattern DOTTED = Pattern.compile("(\\p{L}\\.)+\\p{L}|etc");
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
    char then = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (CHINESE_ENDS.indexOf(c) >= 0) {
      return CHINESE_ENDS.indexOf(then) < 0;
    }
    if ((c == '!' || c == '?') && Character.isIdeographic(then)) {
      return true;
    }
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    int next = pastClosers(text, at + 1);
    if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
      return false;
    }
    return c != '.' || !abbreviates(text, at, start);
  }

  /**
   * A full stop after an abbreviation, a single initial or a list number does not end a sentence.
   */
  private static boolean abbreviates(String text, int at, int start) {
    int from = at;
    while (from > start
        && !Character.isWhitespace(text.charAt(from - 1))
        && text.charAt(from - 1) != '(') {
      from--;
    }
    String word = text.substring(from, at).toLowerCase(Locale.ROOT);
    boolean listNumber =
        text.substring(start, from).isBlank() && word.chars().allMatch(Character::isDigit);
    boolean initial =
        word.length() == 1 && Character.isUpperCase(text.charAt(from)) && text.charAt(from) != 'I';
    return ABBREVIATIONS.contains(word) || listNumber || initial || goesOn(word, text, at + 1);
  }

  /** Whether a word that may end a sentence as well as not is followed by more of the same one. */
  private static boolean goesOn(String word, String text, int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    int c = next < text.length() ? text.charAt(next) : '\n';
    return word.equals("no")
        ? Character.isDigit(c)
        : DOTTED.matcher(word).matches() && Character.isLowerCase(c);
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
