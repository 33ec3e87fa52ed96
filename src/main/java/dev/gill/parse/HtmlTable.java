package dev.gill.parse;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The rows of one HTML table.
 *
 * @param reader makes one line of a cell's content
 * @param lines the line of the original that an element stands on; 0 if there is none
 */
record HtmlTable(
    CanonicalText text, Function<Element, Inline> reader, ToIntFunction<Element> lines) {
  void write(Element table) {
    Grid grid = new Grid(text);
    for (Element row : table.select("tr")) {
      Elements cells = row.children();
      int line = lines.applyAsInt(row);
      grid.row(isHeading(row, cells), () -> text.line(line));
      cells.forEach(
          cell -> grid.cell(reader.apply(cell), span(cell, "colspan"), span(cell, "rowspan")));
      grid.endRow();
    }
    grid.end();
  }

  private static boolean isHeading(Element row, Elements cells) {
    boolean head = row.parent() != null && row.parent().normalName().equals("thead");
    return head || (!cells.isEmpty() && cells.stream().allMatch(c -> c.normalName().equals("th")));
  }

  private static int span(Element cell, String attribute) {
    String span = cell.attr(attribute);
    return span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1;
  }
}
