package dev.gill.chunk;

import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places within a sentence where it may be parted: at white space, between Han
 * characters, and after punctuation, so that tokens stay whole.
 */
final class WordBreaks {
  private static final String CLAUSE_ENDS = ",;:，、；：—)）";

  private WordBreaks() {}

  /** The words of a stretch of text in order; together they hold all of it but its white space. */
  static List<Range> in(String text, Range range) {
    List<Range> found = new ArrayList<>();
    int start = range.start();
    int previous = ' ';
    for (int i = range.start(); i < range.end(); ) {
      int c = text.codePointAt(i);
      if (i > start && parted(previous, c)) {
        found.add(new Range(start, i));
        start = i;
      }
      i += Character.charCount(c);
      if (Character.isWhitespace(c)) {
        start = i;
      }
      previous = c;
    }
    if (start < range.end()) {
      found.add(new Range(start, range.end()));
    }
    return found;
  }

  /** Whether a clause ends right before this offset. */
  static boolean endsClause(String text, int offset) {
    return CLAUSE_ENDS.indexOf(text.charAt(offset - 1)) >= 0;
  }

  private static boolean parted(int left, int right) {
    if (Character.isWhitespace(right)) {
      return true;
    }
    boolean begins = Character.isLetterOrDigit(right);
    boolean ended = Character.isIdeographic(left) || isPunctuation(left);
    return begins && (ended || Character.isIdeographic(right));
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL ->
          true;
      default -> false;
    };
  }
}
