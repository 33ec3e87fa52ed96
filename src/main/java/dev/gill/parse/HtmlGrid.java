package dev.gill.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/** The rows of one HTML table: a cell that reaches over several rows stands in each of them. */
final class HtmlGrid {
  private record Spanning(String content, int rowsLeft) {}

  private final Function<Element, Inline> reader;
  private final Map<Integer, Spanning> above = new HashMap<>();

  HtmlGrid(Function<Element, Inline> reader) {
    this.reader = reader;
  }

  /** The cells of the next row. */
  List<Inline> cells(Element row) {
    List<Inline> cells = new ArrayList<>();
    for (Element cell : row.children()) {
      takeFromAbove(cells);
      Inline content = reader.apply(cell);
      int rows = span(cell, "rowspan");
      if (rows > 1) {
        above.put(cells.size(), new Spanning(content.toString(), rows - 1));
      }
      cells.add(content);
      for (int i = span(cell, "colspan"); i > 1; i--) {
        cells.add(new Inline());
      }
    }
    takeFromAbove(cells);
    return cells;
  }

  private void takeFromAbove(List<Inline> cells) {
    for (Spanning spanning = above.remove(cells.size());
        spanning != null;
        spanning = above.remove(cells.size())) {
      if (spanning.rowsLeft() > 1) {
        above.put(cells.size(), new Spanning(spanning.content(), spanning.rowsLeft() - 1));
      }
      cells.add(Inline.of(spanning.content()));
    }
  }

  private static int span(Element cell, String attribute) {
    String span = cell.attr(attribute);
    return span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1;
  }
}
