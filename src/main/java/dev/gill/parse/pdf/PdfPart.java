package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a printed line up to a gap as between the columns of a table.
 *
 * @param left distance of its left edge from the page's, in points
 * @param right distance of its right edge from the page's left one, in points
 * @param printed its words as they are printed; empty where only the text is known
 */
record PdfPart(String words, float left, float right, List<Word> printed) {
  private static final float AVERAGE_WIDTH = 0.5f;
  private static final float ALIGNED = 1.5f;

  /** A printed word; its marks are those of {@link PdfMarks}. */
  record Word(String marked, float left, float right) {}

  PdfPart {
    printed = List.copyOf(printed);
  }

  /** A stretch whose width is guessed. */
  static PdfPart of(String words, float left, float size) {
    float width = words.length() * size * AVERAGE_WIDTH;
    return new PdfPart(words, left, left + width, List.of());
  }

  static PdfPart of(List<Word> printed) {
    String marked = String.join(" ", printed.stream().map(Word::marked).toList());
    return new PdfPart(
        PdfMarks.resolved(marked), printed.getFirst().left(), printed.getLast().right(), printed);
  }

  PdfPart movedLeft(float distance) {
    List<Word> moved =
        printed.stream()
            .map(word -> new Word(word.marked(), word.left() - distance, word.right() - distance))
            .toList();
    return new PdfPart(words, left - distance, right - distance, moved);
  }

  /** The same words, parted where some begin at one of these edges or end at one of those. */
  List<PdfPart> partedAt(List<Float> lefts, List<Float> rights) {
    List<PdfPart> parts = new ArrayList<>();
    List<Word> taken = new ArrayList<>();
    for (Word word : printed) {
      if (!taken.isEmpty()
          && (isNear(word.left(), lefts) || isNear(taken.getLast().right(), rights))) {
        parts.add(PdfPart.of(taken));
        taken.clear();
      }
      taken.add(word);
    }
    if (parts.isEmpty()) {
      return List.of(this);
    }
    parts.add(PdfPart.of(taken));
    return parts;
  }

  private static boolean isNear(float place, List<Float> edges) {
    return edges.stream().anyMatch(edge -> Math.abs(edge - place) < ALIGNED);
  }
}
