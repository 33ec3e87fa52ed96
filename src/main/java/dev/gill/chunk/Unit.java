package dev.gill.chunk;

import dev.gill.model.Range;
import java.util.List;

/**
 * The least piece that chunks are put together from: a block, or a part of one that is too long.
 *
 * @param range where it stands in the canonical text
 * @param tokens how many tokens it has
 * @param cut how well a chunk may begin here
 * @param hash decides between cuts that are equally good, so that the choice depends on the text
 *     alone; of the unit's opening first, so that most edits of a paragraph leave it as it is
 */
record Unit(Range range, int tokens, Cut cut, long hash) {
  /** How well a chunk may begin at a unit, best first. */
  enum Cut {
    /** A new paragraph, list, table or code block. */
    BLOCK,
    /** A further item, row, or part of code after an empty line. */
    ITEM,
    /** A further sentence or line. */
    SENTENCE,
    /** After a comma or the like, within a sentence that is long. */
    CLAUSE,
    /** Within a clause that is long. */
    WORD,
    /** What follows a heading, which would be left behind alone. */
    HEADED
  }

  /** UTF-16 units that an opening has at most. */
  private static final int OPENING = 24;

  static Unit of(String text, Range range, Cut cut, TokenCounter tokens) {
    String piece = range.of(text);
    long opening = mix(opening(text, range.start()).hashCode());
    long whole = mix(piece.hashCode());
    return new Unit(range, tokens.count(piece), cut, opening & (-1L << 32) | whole >>> 32);
  }

  /** From the first one to the last. */
  static Range span(List<Unit> piece) {
    return new Range(piece.getFirst().range().start(), piece.getLast().range().end());
  }

  /** What the line says from there on, which may be more than a short unit holds. */
  private static String opening(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < OPENING && text.charAt(end) != '\n') {
      end++;
    }
    return text.substring(start, end);
  }

  /**
   * Spreads {@link String#hashCode()}, which the language specifies, over 64 bits (the finalizer of
   * SplitMix64).
   */
  private static long mix(long h) {
    long z = h + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
