package dev.gill.model;

import java.util.List;
import java.util.Optional;

/**
 * From this offset of the canonical text on (UTF-16 units), the text stands at this position of the
 * original, until the next anchor.
 */
public record Anchor(int offset, Position position) {
  /**
   * The position of an offset, given anchors in ascending order of offset; empty before the first.
   */
  public static Optional<Position> locate(List<Anchor> anchors, int offset) {
    Position found = null;
    for (Anchor anchor : anchors) {
      if (anchor.offset > offset) {
        break;
      }
      found = anchor.position;
    }
    return Optional.ofNullable(found);
  }
}
