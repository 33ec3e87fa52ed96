package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * One printed line.
 *
 * @param page from 1
 * @param parts its text, parted where a gap stands as between the columns of a table
 * @param base distance of its baseline from the page's top, in points
 * @param rule distance of the nearest ruled line above it from the page's top, in points; 0 without
 *     one
 * @param boxed whether ruled lines stand on both sides of it
 * @param size of most of its characters, in points
 * @param bold whether most of its characters are bold
 * @param field whether it is a filled field of a form, or was written upon the page
 */
record PdfLine(
    int page,
    List<PdfPart> parts,
    float base,
    float rule,
    boolean boxed,
    float size,
    boolean bold,
    boolean field) {
  PdfLine {
    parts = List.copyOf(parts);
  }

  /** A line of one stretch that belongs to no table. */
  static PdfLine of(int page, String words, float left, float base, float size, boolean field) {
    return new PdfLine(
        page, List.of(PdfPart.of(words, left, size)), base, 0, false, size, false, field);
  }

  String words() {
    return String.join(" ", parts.stream().map(PdfPart::words).toList());
  }

  float left() {
    return parts.getFirst().left();
  }

  PdfLine movedLeft(float distance) {
    return withParts(parts.stream().map(part -> part.movedLeft(distance)).toList());
  }

  PdfLine withParts(List<PdfPart> others) {
    return new PdfLine(page, others, base, rule, boxed, size, bold, field);
  }

  /** The same line with other words. */
  PdfLine withWords(String words) {
    return withParts(List.of(PdfPart.of(words, left(), size)));
  }

  /** The same line without one of its parts; null if nothing is left. */
  PdfLine without(int part) {
    if (parts.size() == 1) {
      return null;
    }
    List<PdfPart> others = new ArrayList<>(parts);
    others.remove(part);
    return withParts(others);
  }

  boolean hasColumns() {
    return parts.size() > 1;
  }

  boolean sameSize(PdfLine other) {
    return Math.abs(size - other.size) < 0.7f;
  }
}
