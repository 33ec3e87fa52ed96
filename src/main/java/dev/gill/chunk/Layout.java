package dev.gill.chunk;

import dev.gill.model.Block;
import dev.gill.model.Range;
import dev.gill.parse.Headed;
import java.util.List;

/** Finds a section's blocks by place, in time that does not grow with the section. */
final class Layout {
  /** UTF-16 units that the names of a table's columns have at most. */
  private static final int COLUMNS = 300;

  private final String text;
  private final List<Block> blocks;

  /** For each row where its table begins, as an index of a block; else -1. */
  private final int[] tables;

  Layout(String text, List<Headed> section) {
    this.text = text;
    this.blocks = section.stream().map(Headed::block).toList();
    this.tables = new int[blocks.size()];
    for (int i = 0; i < tables.length; i++) {
      boolean row = blocks.get(i).isRow();
      tables[i] = !row ? -1 : i > 0 && tables[i - 1] >= 0 && follows(i) ? tables[i - 1] : i;
    }
  }

  private boolean follows(int i) {
    return text.substring(blocks.get(i - 1).end(), blocks.get(i).start()).equals("\n");
  }

  /** The blocks that a stretch holds or lies in. */
  List<Block> within(Range span) {
    int from = firstEndingAfter(span.start());
    int to = from;
    while (to < blocks.size() && blocks.get(to).start() < span.end()) {
      to++;
    }
    return blocks.subList(from, to);
  }

  /**
   * The first row of the table that a place stands within; empty if it stands in none, or in that
   * row, or if the row is longer than columns' names are.
   */
  String columns(int place) {
    int at = firstEndingAfter(place);
    if (at == blocks.size() || tables[at] < 0 || tables[at] == at) {
      return "";
    }
    Block first = blocks.get(tables[at]);
    return first.end() - first.start() > COLUMNS ? "" : text.substring(first.start(), first.end());
  }

  private int firstEndingAfter(int place) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).end() > place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
