package dev.gill.parse;

import dev.gill.model.Block;
import java.util.List;

/**
 * A block and where it stands.
 *
 * @param headings the headings that it stands under, outermost first; for a heading, ending with
 *     itself
 */
public record Headed(Block block, List<String> headings) {
  public Headed {
    headings = List.copyOf(headings);
  }

  /** What the block is. */
  public Block.Kind kind() {
    return block.kind();
  }

  /** Offset of its first UTF-16 unit. */
  public int start() {
    return block.start();
  }

  /** Offset after its last one. */
  public int end() {
    return block.end();
  }
}
