package dev.gill.chunk;

import dev.gill.model.Range;

/**
 * The least piece that chunks are put together from: a block, or a part of one that is too long.
 *
 * @param range where it stands in the canonical text
 * @param tokens how many tokens it has
 * @param cut how well a chunk may begin here
 * @param hash of its text; decides between cuts that are equally good, so that the choice depends
 *     on the text alone
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
    /** Within a sentence that is too long for a chunk. */
    WORD
  }

  static Unit of(String text, Range range, Cut cut, TokenCounter tokens) {
    String piece = range.of(text);
    return new Unit(range, tokens.count(piece), cut, mix(piece.hashCode()));
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
