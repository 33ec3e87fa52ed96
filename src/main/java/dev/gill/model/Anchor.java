package dev.gill.model;

import java.util.List;
import java.util.Optional;

/**
 * From this offset of the canonical text on (UTF-16 units), the text stands at this position of the
 * original, until the next anchor.
 */
public record Anchor(int offset, Place place) {
  /**
   * The position of an offset, given anchors in ascending order of offset; empty before the first.
   */
  public static Optional<Place> locate(List<Anchor> anchors, int offset) {
    Place found = null;
    for (Anchor anchor : anchors) {
      if (anchor.offset > offset) {
        break;
      }
      found = anchor.place;
    }
    return Optional.ofNullable(found);
  }
}
