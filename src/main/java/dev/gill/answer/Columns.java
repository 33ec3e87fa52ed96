package dev.gill.answer;

import dev.gill.answer.Lines.Kind;
import dev.gill.answer.Lines.Line;
import dev.gill.model.Cells;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
import java.util.List;

/** Finds what the columns of a quoted row are called: a row alone says less than half. */
final class Columns {
  private Columns() {}

  /** The cells of its table's first row, if a quote begins with another row of a table. */
  static List<String> of(Chunk chunk, Range quote) {
    List<Line> lines = Lines.of(chunk);
    int at = 0;
    while (at + 1 < lines.size() && lines.get(at).whole().end() < quote.start()) {
      at++;
    }
    if (lines.get(at).kind() != Kind.ROW) {
      return List.of();
    }
    int first = at;
    while (first > 0 && lines.get(first).kind() == Kind.ROW && lines.get(first - 1).isRow()) {
      first--;
    }
    if (first == 0 && !chunk.columns().isEmpty()) {
      return cells(chunk.columns());
    }
    return first == at ? List.of() : cells(lines.get(first).whole().of(chunk.text()));
  }

  private static List<String> cells(String row) {
    return Cells.in(row, new Range(1, row.length() - 1)).stream()
        .map(cell -> cell.of(row))
        .toList();
  }
}
