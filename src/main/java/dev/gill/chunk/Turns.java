package dev.gill.chunk;

import dev.gill.model.Block;
import dev.gill.model.Range;
import dev.gill.parse.Headed;
import java.util.ArrayList;
import java.util.List;

/**
 * The turns of a conversation: a byline and what stands under it. A turn that is short stays whole,
 * and one that is long ends a section. So a chunk that begins within a turn holds nothing of
 * another one, and never joins what two people said without saying who said what.
 */
final class Turns {
  private final String text;
  private final TokenCounter tokens;
  private final int most;

  Turns(String text, TokenCounter tokens, int most) {
    this.text = text;
    this.tokens = tokens;
    this.most = most;
  }

  /** The same section, parted where a long turn ends. */
  List<Section> parted(Section section) {
    List<Section> parted = new ArrayList<>();
    List<Headed> open = new ArrayList<>();
    for (List<Headed> turn : of(section.blocks())) {
      open.addAll(turn);
      if (begins(turn.getFirst()) && !isShort(turn)) {
        parted.add(new Section(open));
        open = new ArrayList<>();
      }
    }
    if (!open.isEmpty()) {
      parted.add(new Section(open));
    }
    return parted;
  }

  /** The turns of a section; what stands before the first byline comes block by block. */
  static List<List<Headed>> of(List<Headed> blocks) {
    List<List<Headed>> turns = new ArrayList<>();
    boolean said = false;
    for (Headed block : blocks) {
      if (begins(block) || !said) {
        turns.add(new ArrayList<>());
      }
      said |= begins(block);
      turns.getLast().add(block);
    }
    return turns;
  }

  static boolean begins(Headed block) {
    return block.kind() == Block.Kind.BYLINE;
  }

  private boolean isShort(List<Headed> turn) {
    Range whole = new Range(turn.getFirst().start(), turn.getLast().end());
    return tokens.count(whole.of(text)) <= most;
  }
}
