package dev.gill.chunk;

import dev.gill.model.Block;
import dev.gill.parse.Headed;
import java.util.ArrayList;
import java.util.List;

/**
 * A heading with what stands under it before the next one, or before a block that stands under
 * another; headings with nothing under them open the section that follows.
 */
record Section(List<Headed> blocks) {
  Section {
    blocks = List.copyOf(blocks);
  }

  static List<Section> of(List<Headed> blocks) {
    List<Section> sections = new ArrayList<>();
    List<Headed> open = new ArrayList<>();
    boolean body = false;
    for (Headed block : blocks) {
      boolean heading = block.kind() == Block.Kind.HEADING;
      boolean elsewhere = body && !block.headings().equals(open.getLast().headings());
      if (elsewhere || (heading && body)) {
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

  /** Whether it says who said what. */
  boolean isTalk() {
    return blocks.stream().anyMatch(Turns::begins);
  }

  /** The heading path that the section's text stands under. */
  List<String> headings() {
    return blocks.getLast().headings();
  }
}
