package dev.gill.chunk;

import dev.gill.model.Block;
import dev.gill.model.Range;
import dev.gill.parse.Headed;
import java.util.ArrayList;
import java.util.List;

/**
 * A heading with what stands under it before the next one; headings with nothing under them open
 * the section that follows.
 */
record Section(List<Headed> blocks) {
  /** UTF-16 units that the names of a table's columns have at most. */
  private static final int COLUMNS = 300;

  Section {
    blocks = List.copyOf(blocks);
  }

  static List<Section> of(List<Headed> blocks) {
    List<Section> sections = new ArrayList<>();
    List<Headed> open = new ArrayList<>();
    boolean body = false;
    for (Headed block : blocks) {
      boolean heading = block.kind() == Block.Kind.HEADING;
      if (heading && body) {
        sections.add(new Section(open));
        open = new ArrayList<>();
        body = false;
      }
      open.add(block);
      body |= !heading;
    }
    if (!open.isEmpty()) {
      sections.add(new Section(open));
    }
    return sections;
  }

  /**
   * The first row of the table that a place stands within; empty if it stands in none, or in that
   * row, or if the row is longer than columns' names are.
   */
  String columns(String text, int place) {
    Headed first = null;
    Headed before = null;
    for (Headed block : blocks) {
      boolean row = block.kind() == Block.Kind.TABLE_ROW;
      boolean follows =
          row && first != null && text.substring(before.end(), block.start()).equals("\n");
      first = row ? (follows ? first : block) : null;
      before = block;
      if (place < block.end()) {
        break;
      }
    }
    boolean within =
        first != null && first.end() <= place && first.end() - first.start() <= COLUMNS;
    return within ? text.substring(first.start(), first.end()) : "";
  }

  /** The blocks that a stretch holds or lies in. */
  List<Block> within(Range span) {
    return blocks.stream()
        .map(Headed::block)
        .filter(block -> block.start() < span.end() && block.end() > span.start())
        .toList();
  }

  /** The heading path that the section's text stands under. */
  List<String> headings() {
    return blocks.getLast().headings();
  }
}
