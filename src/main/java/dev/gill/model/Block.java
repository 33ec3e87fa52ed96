package dev.gill.model;

/**
 * A structural piece of a document's canonical text. Blocks follow each other without overlap, and
 * only white space stands between them; each one stands on a line of its own, and only code holds
 * line breaks.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last one
 */
public record Block(Kind kind, int start, int end) {
  /** What a block is, and how the canonical text writes it. */
  public enum Kind {
    /** {@code ## Title}: a mark for each level. */
    HEADING,
    /** A line of prose. */
    PARAGRAPH,
    /** {@code - item} or {@code 3. item}; two spaces for each level stand before the block. */
    LIST_ITEM,
    /** {@code | cell | cell |}; the rows of a table are parted by a single line break. */
    TABLE_ROW,
    /** A table's first row, written as the others, where it says what the columns are called. */
    HEADING_ROW,
    /** Lines between two fences; the language follows the first one. */
    CODE,
    /** {@code Name:}, right above what somebody said. */
    BYLINE
  }

  public Block {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no block from %d to %d".formatted(start, end));
    }
  }

  /** Whether it is a row of a table. */
  public boolean isRow() {
    return kind == Kind.TABLE_ROW || kind == Kind.HEADING_ROW;
  }
}
