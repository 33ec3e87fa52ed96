package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * One printed line.
 *
 * @param page from 1
 * @param parts its text, parted where a gap stands as between the columns of a table
 * @param lefts for each part, its distance from the page's left edge, in points
 * @param base distance of its baseline from the page's top, in points
 * @param size of most of its characters, in points
 * @param bold whether most of its characters are bold
 * @param field whether it is a filled field of a form, or was written upon the page
 */
record PdfLine(
    int page,
    List<String> parts,
    List<Float> lefts,
    float base,
    float size,
    boolean bold,
    boolean field) {
  PdfLine {
    parts = List.copyOf(parts);
    lefts = List.copyOf(lefts);
  }

  String words() {
    return String.join(" ", parts);
  }

  float left() {
    return lefts.getFirst();
  }

  PdfLine movedLeft(float distance) {
    List<Float> moved = lefts.stream().map(left -> left - distance).toList();
    return new PdfLine(page, parts, moved, base, size, bold, field);
  }

  /** The same line with other words. */
  PdfLine withWords(String words) {
    return new PdfLine(page, List.of(words), List.of(left()), base, size, bold, field);
  }

  /** The same line without one of its parts; null if nothing is left. */
  PdfLine without(int part) {
    if (parts.size() == 1) {
      return null;
    }
    List<String> otherParts = new ArrayList<>(parts);
    List<Float> otherLefts = new ArrayList<>(lefts);
    otherParts.remove(part);
    otherLefts.remove(part);
    return new PdfLine(page, otherParts, otherLefts, base, size, bold, field);
  }

  boolean hasColumns() {
    return parts.size() > 1;
  }

  boolean sameSize(PdfLine other) {
    return Math.abs(size - other.size) < 0.7f;
  }
}
