package dev.gill.answer;

import dev.gill.answer.Lines.Line;
import dev.gill.model.Cells;
import dev.gill.model.Chunk;
import dev.gill.model.Citation;
import dev.gill.model.Language;
import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says a quoted row of a table so that it is understood by itself: what the row is about, and each
 * other cell after its column's name, as in {@code Security: Extension 112}.
 */
final class NamedCells {
  /** Names that say no more than that something stands in the column. */
  private static final Set<String> EMPTY = Set.of("value", "description", "值", "说明", "內容", "内容");

  private NamedCells() {}

  /** What a quote says, with the columns' names where it is rows of a table that has them. */
  static String of(Citation citation) {
    List<String> columns = citation.where().columns();
    return columns.size() < 2
        ? citation.plain()
        : citation
            .plain()
            .lines()
            .map(line -> row(List.of(line.split(Plain.BETWEEN_CELLS, -1)), columns))
            .collect(Collectors.joining("\n"));
  }

  /** What a stretch of a chunk's text says in one of its rows. */
  static String of(Chunk chunk, Line row, Range range) {
    int from = Math.clamp(range.start(), row.said().start(), row.said().end());
    String said = chunk.text().substring(from, Math.clamp(range.end(), from, row.said().end()));
    List<String> cells =
        Cells.in(said, new Range(0, said.length())).stream().map(cell -> cell.of(said)).toList();
    return row(cells, Columns.of(chunk, row.whole()));
  }

  private static String row(List<String> cells, List<String> columns) {
    if (columns.size() < 2 || cells.size() != columns.size()) {
      return String.join(Plain.BETWEEN_CELLS, cells);
    }
    boolean brief = columns.stream().skip(1).noneMatch(name -> name.strip().contains(" "));
    List<String> named = new ArrayList<>();
    for (int i = 1; i < cells.size(); i++) {
      String name = columns.get(i);
      String cell = cells.get(i);
      if (!cell.isBlank()) {
        String before = name + (brief ? " " : ": ");
        named.add(saysNothing(name) || name.equals(cell) ? cell : before + cell);
      }
    }
    String first = cells.getFirst();
    String rest = String.join(Plain.BETWEEN_CELLS, named);
    return first.isBlank() || rest.isEmpty() ? first + rest : first + after(brief, rest) + rest;
  }

  private static boolean saysNothing(String name) {
    return name.isBlank() || EMPTY.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** Names of several words have colons of their own. */
  private static String after(boolean brief, String rest) {
    if (!brief) {
      return Plain.BETWEEN_CELLS;
    }
    return Language.of(rest) == Language.CHINESE ? "：" : ": ";
  }
}
