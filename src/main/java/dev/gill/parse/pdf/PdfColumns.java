package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Pages in several columns: measures every line from the left edge of its own column, so that lists
 * and tables go on from one column to the next.
 */
final class PdfColumns {
  private static final float JUMP = 200f;
  private static final float NARROWEST = 120f;
  private static final int FEWEST_LINES = 8;

  private PdfColumns() {}

  /** The same lines, with distances from the edge of their column. */
  static List<PdfLine> aligned(List<PdfLine> lines) {
    List<List<PdfLine>> columns = columns(lines);
    List<Float> edges = edges(columns);
    List<PdfLine> aligned = new ArrayList<>();
    for (List<PdfLine> column : columns) {
      float left = left(column);
      float edge = edges.stream().filter(e -> e <= left + 1).max(Float::compare).orElse(left);
      column.forEach(line -> aligned.add(line.movedLeft(edge)));
    }
    return aligned;
  }

  /** A column ends with its page, or where the next line stands far above. */
  private static List<List<PdfLine>> columns(List<PdfLine> lines) {
    List<List<PdfLine>> columns = new ArrayList<>();
    PdfLine before = null;
    for (PdfLine line : lines) {
      if (before == null || line.page() != before.page() || before.base() - line.base() > JUMP) {
        columns.add(new ArrayList<>());
      }
      columns.getLast().add(line);
      before = line;
    }
    return columns;
  }

  private static List<Float> edges(List<List<PdfLine>> columns) {
    List<Float> edges = new ArrayList<>();
    columns.stream()
        .filter(column -> column.size() >= FEWEST_LINES)
        .map(PdfColumns::left)
        .sorted()
        .filter(left -> edges.isEmpty() || left > edges.getLast() + NARROWEST)
        .forEachOrdered(edges::add);
    return edges;
  }

  private static float left(List<PdfLine> column) {
    return column.stream().map(PdfLine::left).min(Float::compare).orElse(0f);
  }
}
