package dev.gill.answer;

import dev.gill.model.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says a quoted row of a table so that it is understood by itself: each cell after its column. */
final class NamedCells {
  private NamedCells() {}

  /** What a quote says, with the columns' names where it is rows of a table that has them. */
  static String of(Citation citation) {
    List<String> columns = citation.where().columns();
    return columns.size() < 2
        ? citation.plain()
        : citation
            .plain()
            .lines()
            .map(line -> row(line, columns))
            .collect(Collectors.joining("\n"));
  }

  private static String row(String line, List<String> columns) {
    List<String> cells = List.of(line.split(Plain.BETWEEN_CELLS, -1));
    if (cells.size() != columns.size()) {
      return line;
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = columns.get(i);
      String cell = cells.get(i);
      if (!cell.isBlank()) {
        named.add(name.isBlank() || name.equals(cell) ? cell : name + ": " + cell);
      }
    }
    return String.join(Plain.BETWEEN_CELLS, named);
  }
}
