package dev.gill.surface.web;

import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;

/** The headings of a document, with the ids under which its page shows them. */
final class Outline {
  private Outline() {}

  /** One heading. */
  record Entry(String id, int level, String text) {}

  /** The id of the n-th heading, counted from 1. */
  static String id(int n) {
    return "heading-" + n;
  }

  /** All headings, in order. */
  static List<Entry> of(String text, List<Piece> pieces) {
    List<Entry> entries = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Heading(int level, Range shown)) {
        entries.add(new Entry(id(entries.size() + 1), level, shown.of(text)));
      }
    }
    return List.copyOf(entries);
  }
}
