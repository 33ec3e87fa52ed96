package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.table.Grid;
import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the tables of an OpenDocument text. */
final class OdtTable {
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int WIDEST_GAP = 20;
  private static final int MOST_SPANNED = 1000;

  private record Row(XmlNode node, boolean heading) {}

  private final CanonicalText text;
  private final Function<XmlNode, OfficeLine> reader;

  /**
   * @param reader reads the words of a cell
   */
  OdtTable(CanonicalText text, Function<XmlNode, OfficeLine> reader) {
    this.text = text;
    this.reader = reader;
  }

  /** Writes a table; what stands beside its words is to be written after it. */
  List<Runnable> write(XmlNode table) {
    List<Runnable> after = new ArrayList<>();
    List<Row> rows = rows(table);
    Grid grid = new Grid(text);
    for (Row row : rows) {
      boolean first = row == rows.getFirst() && rows.size() > 1;
      row(grid, row, first, after);
    }
    grid.end();
    return after;
  }

  private void row(Grid grid, Row row, boolean first, List<Runnable> after) {
    List<XmlNode> cells = cells(row.node());
    List<OfficeLine> lines = cells.stream().map(reader).toList();
    lines.forEach(line -> after.addAll(line.after()));
    List<OfficeLine> named = lines.stream().filter(line -> !line.inline().isEmpty()).toList();
    boolean bold = first && named.size() > 1 && named.stream().allMatch(OfficeLine::isBold);
    int most = text.limits().blocks() + 1;
    int times = named.isEmpty() ? 1 : count(row.node(), "table:number-rows-repeated", most);
    for (int i = 0; i < times; i++) {
      grid.row(row.heading() || bold, () -> {});
      for (int j = 0; j < cells.size(); j++) {
        cell(grid, cells.get(j), lines.get(j).inline());
      }
      grid.endRow();
    }
  }

  private static void cell(Grid grid, XmlNode cell, Inline line) {
    int repeated = count(cell, "table:number-columns-repeated", MOST_COLUMNS + 1);
    int times = line.isEmpty() ? Math.min(repeated, WIDEST_GAP) : repeated;
    int columns = count(cell, "table:number-columns-spanned", MOST_SPANNED);
    int rows = count(cell, "table:number-rows-spanned", Integer.MAX_VALUE);
    for (int i = 0; i < times; i++) {
      grid.cell(line, columns, rows);
    }
  }

  private static int count(XmlNode node, String name, int most) {
    String digits = node.attr(name);
    boolean huge = digits.matches("\\d{10,}");
    return huge ? most : Math.clamp(XmlNode.number(digits, 1), 1, most);
  }

  private List<Row> rows(XmlNode table) {
    List<Row> rows = new ArrayList<>();
    collect(table, false, rows);
    return rows;
  }

  private void collect(XmlNode holder, boolean heading, List<Row> rows) {
    for (XmlNode child : holder.children()) {
      switch (child.name()) {
        case "table:table-row" -> {
          if (child.attr("table:visibility").isEmpty()
              || child.attr("table:visibility").equals("visible")) {
            rows.add(new Row(child, heading));
          } else {
            text.leftOut(LeftOut.Kind.HIDDEN);
          }
        }
        case "table:table-header-rows" -> collect(child, true, rows);
        case "table:table-rows", "table:table-row-group" -> collect(child, heading, rows);
        default -> {}
      }
    }
  }

  /** Those that stand for themselves; the grid fills those that another one covers. */
  private static List<XmlNode> cells(XmlNode row) {
    return row.all("table:table-cell");
  }

  /** A table inside a cell: a line for each row. */
  void inside(XmlNode table, OfficeLine line) {
    for (Row row : rows(table)) {
      boolean first = true;
      for (XmlNode cell : cells(row.node())) {
        OfficeLine words = reader.apply(cell);
        line.words(first || words.inline().isEmpty() ? "" : ", ");
        line.append(words);
        first &= words.inline().isEmpty();
      }
      line.lineBreak();
    }
  }
}
