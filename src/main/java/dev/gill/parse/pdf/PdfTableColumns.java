package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From where to where the columns of a table reach, as far as its lines have shown. */
final class PdfTableColumns {
  private static final float TOLERANCE = 6f;

  /** In sizes of type, what parts two columns at least; hardly a space is as wide. */
  private static final float SMALLEST_GAP = 0.8f;

  /** A stretch of a line, and the column in which it stands. */
  record Cell(int column, PdfPart part) {}

  private final List<Float> edges = new ArrayList<>();
  private final List<Float> lefts = new ArrayList<>();
  private final List<Float> rights = new ArrayList<>();

  PdfTableColumns(PdfLine first) {
    for (PdfPart part : first.parts()) {
      edges.add(part.left());
      lefts.add(part.left());
      rights.add(part.right());
    }
  }

  int count() {
    return edges.size();
  }

  /** The cells of a line, from the left; empty if it is no line of this table. */
  Optional<List<Cell>> cells(PdfLine line) {
    List<Cell> cells = new ArrayList<>();
    int before = -1;
    for (PdfPart printed : line.parts()) {
      for (PdfPart part : column(printed) < 0 ? parted(printed, line.size()) : List.of(printed)) {
        int column = column(part);
        if (column <= before) {
          return Optional.empty();
        }
        cells.add(new Cell(column, part));
        before = column;
      }
    }
    return Optional.of(cells);
  }

  private List<PdfPart> parted(PdfPart printed, float size) {
    List<PdfPart> aligned = printed.partedAt(edges, rights);
    return aligned.stream().allMatch(part -> column(part) >= 0)
        ? aligned
        : partedByWords(printed, SMALLEST_GAP * size);
  }

  /** Numbers that stand flush right grow to the left, so that no edge says where they begin. */
  private List<PdfPart> partedByWords(PdfPart printed, float gap) {
    List<PdfPart> parts = new ArrayList<>();
    List<PdfPart.Word> taken = new ArrayList<>();
    int before = -1;
    for (PdfPart.Word word : printed.printed()) {
      int column = column(PdfPart.of(List.of(word)));
      if (!taken.isEmpty() && column > before && word.left() - taken.getLast().right() > gap) {
        parts.add(PdfPart.of(taken));
        taken.clear();
      }
      taken.add(word);
      before = Math.max(column, before);
    }
    if (parts.isEmpty()) {
      return List.of(printed);
    }
    parts.add(PdfPart.of(taken));
    return parts;
  }

  /** The column that a stretch stands in without reaching into another; -1 if there is none. */
  private int column(PdfPart part) {
    int found = -1;
    for (int i = 0; i < edges.size(); i++) {
      boolean begins = Math.abs(edges.get(i) - part.left()) < TOLERANCE;
      boolean over = part.left() < rights.get(i) && part.right() > lefts.get(i);
      if (begins || over && found < 0) {
        found = i;
      }
    }
    boolean within =
        found >= 0
            && (found == 0 || part.left() > rights.get(found - 1) - TOLERANCE)
            && (found + 1 == count() || part.right() < lefts.get(found + 1) + TOLERANCE);
    return within ? found : -1;
  }

  /**
   * The words of a line above, each under the column that is nearest; empty if they are in another
   * order.
   */
  Optional<List<List<String>>> spread(PdfLine above) {
    List<List<PdfPart.Word>> words = new ArrayList<>();
    edges.forEach(edge -> words.add(new ArrayList<>()));
    int before = 0;
    for (PdfPart part : above.parts()) {
      for (PdfPart.Word word : part.printed()) {
        int column = nearest(word);
        if (column < before) {
          return Optional.empty();
        }
        words.get(column).add(word);
        before = column;
      }
    }
    return Optional.of(
        words.stream()
            .map(cell -> cell.isEmpty() ? List.<String>of() : List.of(PdfPart.of(cell).words()))
            .toList());
  }

  private int nearest(PdfPart.Word word) {
    int nearest = 0;
    float shortest = Float.MAX_VALUE;
    for (int i = 0; i < edges.size(); i++) {
      float distance =
          Math.abs(word.left() + word.right() - lefts.get(i) - rights.get(i)) / 2
              - (rights.get(i) - lefts.get(i)) / 2;
      if (distance < shortest) {
        shortest = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  void widen(Cell cell) {
    int column = cell.column();
    lefts.set(column, Math.min(lefts.get(column), cell.part().left()));
    rights.set(column, Math.max(rights.get(column), cell.part().right()));
  }
}
