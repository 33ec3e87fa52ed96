package dev.gill.parse.html;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The rows of one HTML table.
 *
 * @param reader makes one line of a cell's content
 * @param lines the line of the original that an element stands on; 0 if there is none
 * @param skipped whether an element is not read
 */
record HtmlTable(
    CanonicalText text,
    Function<Element, Inline> reader,
    ToIntFunction<Element> lines,
    Function<Element, Boolean> skipped) {
  private static final int LONGEST_CELL = 1500;
  private static final int MOST_ROWS = 65_534;
  private static final String BLOCKS = "h1, h2, h3, h4, h5, h6, pre, ul, ol, p, div, table";

  /** Whether a table only lays out the page: what it holds is read one after the other. */
  static boolean isLayout(Element table) {
    String role = table.attr("role");
    if (role.equals("presentation") || role.equals("none")) {
      return true;
    }
    Elements rows = rows(table);
    boolean named =
        rows.stream().anyMatch(row -> !row.select("> th").isEmpty())
            || !table.select("> caption").isEmpty();
    if (named) {
      return false;
    }
    boolean single = rows.size() < 2 || rows.stream().allMatch(row -> row.childrenSize() < 2);
    return rows.stream()
        .flatMap(row -> row.children().stream())
        .anyMatch(cell -> holdsParts(cell) || (single && cell.select(BLOCKS).hasText()));
  }

  /** Whether a cell holds more than a value: a section, another table or a long text. */
  private static boolean holdsParts(Element cell) {
    Element heading = cell.selectFirst("h1, h2, h3, h4, h5, h6");
    return (heading != null && heading.text().length() < cell.text().length())
        || !cell.select("table").isEmpty()
        || cell.text().length() > LONGEST_CELL;
  }

  private static Elements rows(Element table) {
    Elements rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    return rows;
  }

  void write(Element table) {
    Grid grid = new Grid(text);
    for (Element row : rows(table)) {
      if (skipped.apply(row)) {
        continue;
      }
      List<Element> cells = row.children().stream().filter(cell -> !skipped.apply(cell)).toList();
      int line = lines.applyAsInt(row);
      grid.row(isHeading(row, cells), () -> text.line(line));
      cells.forEach(
          cell ->
              grid.cell(
                  reader.apply(cell),
                  Math.min(1000, span(cell, "colspan")),
                  cell.attr("rowspan").equals("0") ? MOST_ROWS : span(cell, "rowspan")));
      grid.endRow();
    }
    grid.end();
  }

  private static boolean isHeading(Element row, List<Element> cells) {
    boolean head = row.parent() != null && row.parent().normalName().equals("thead");
    boolean filled = cells.stream().filter(Element::hasText).count() > 1 || cells.size() == 1;
    boolean named =
        filled
            && cells.stream()
                .allMatch(c -> c.normalName().equals("th") || isTitle(c) || !c.hasText())
            && cells.stream().anyMatch(c -> c.normalName().equals("th") || isTitle(c));
    return head || named;
  }

  /** A cell that is nothing but a heading says what its column is called. */
  private static boolean isTitle(Element cell) {
    Element heading = cell.selectFirst("h1, h2, h3, h4, h5, h6");
    return heading != null && heading.text().length() == cell.text().length();
  }

  private static int span(Element cell, String attribute) {
    String span = cell.attr(attribute);
    return span.matches("[1-9]\\d{0,4}") ? Integer.parseInt(span) : 1;
  }
}
