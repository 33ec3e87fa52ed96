package dev.gill.parse;

import java.util.List;

/**
 * A structural piece of the canonical text; blocks follow each other without overlap, and only
 * white space stands between them.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last one
 * @param headings the headings that it stands under, outermost first; for a heading, ending with
 *     itself
 */
public record Block(Kind kind, int start, int end, List<String> headings) {
  /** What a block is; each one stands on a line of its own, and only code holds line breaks. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW,
    CODE
  }

  public Block {
    headings = List.copyOf(headings);
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no block from %d to %d".formatted(start, end));
    }
  }
}
