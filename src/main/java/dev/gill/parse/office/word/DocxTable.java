package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.table.Grid;
import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Writes the tables of a Word document. */
final class DocxTable {
  /** Word's own limit. */
  private static final int MOST_COLUMNS = 63;

  /** A cell, the column it begins in and over how many it reaches. */
  private record Cell(XmlNode node, int column, int columns, String merge) {
    boolean goesOn() {
      return merge.equals("continue");
    }
  }

  private record Row(XmlNode node, Map<Integer, Cell> cells) {}

  private final CanonicalText text;
  private final DocxStyles styles;
  private final Function<XmlNode, OfficeLine> reader;

  /**
   * @param reader reads the words of a cell
   */
  DocxTable(CanonicalText text, DocxStyles styles, Function<XmlNode, OfficeLine> reader) {
    this.text = text;
    this.styles = styles;
    this.reader = reader;
  }

  /** The only cell of a table that has no other one; {@link XmlNode#NONE} if it has. */
  static XmlNode only(XmlNode table) {
    List<XmlNode> rows = DocxTableParts.all(table, "w:tr");
    List<XmlNode> cells = rows.size() == 1 ? DocxTableParts.all(rows.getFirst(), "w:tc") : rows;
    return rows.size() == 1 && cells.size() == 1 ? cells.getFirst() : XmlNode.NONE;
  }

  /** Writes a table; what stands beside its words is to be written after it. */
  List<Runnable> write(XmlNode table) {
    List<Row> rows = rows(table);
    List<Runnable> after = new ArrayList<>();
    Grid grid = new Grid(text);
    for (int i = 0; i < rows.size(); i++) {
      row(grid, table, rows, i, after);
    }
    grid.end();
    return after;
  }

  private void row(Grid grid, XmlNode table, List<Row> rows, int at, List<Runnable> after) {
    Row row = rows.get(at);
    Map<Cell, OfficeLine> lines = new HashMap<>();
    List<Cell> cells = row.cells().values().stream().toList();
    for (Cell cell : cells) {
      if (!isBelow(rows, at, cell)) {
        OfficeLine line = reader.apply(cell.node());
        lines.put(cell, line);
        after.addAll(line.after());
      }
    }
    grid.row(isHeading(table, rows, at, lines), () -> {});
    int before = XmlNode.number(row.node().at("w:trPr", "w:gridBefore").val(), 0);
    if (before > 0) {
      grid.cell(new Inline(), Math.min(before, MOST_COLUMNS), 1);
    }
    for (Cell cell : cells) {
      if (lines.containsKey(cell)) {
        grid.cell(lines.get(cell).inline(), cell.columns(), height(rows, at, cell));
      }
    }
    grid.endRow();
  }

  /** Whether a cell belongs to the one above it. */
  private static boolean isBelow(List<Row> rows, int at, Cell cell) {
    Cell above = at == 0 || !cell.goesOn() ? null : rows.get(at - 1).cells().get(cell.column());
    return above != null && !above.merge().isEmpty();
  }

  private static int height(List<Row> rows, int at, Cell cell) {
    int end = at + 1;
    while (!cell.merge().isEmpty() && end < rows.size()) {
      Cell below = rows.get(end).cells().get(cell.column());
      if (below == null || !below.goesOn()) {
        break;
      }
      end++;
    }
    return end - at;
  }

  /** Marked as one, or the first row of a table whose style sets it off, or alone in bold. */
  private boolean isHeading(XmlNode table, List<Row> rows, int at, Map<Cell, OfficeLine> lines) {
    if (rows.size() < 2) {
      return false;
    }
    if (rows.get(at).node().at("w:trPr", "w:tblHeader").isOn()) {
      return true;
    }
    return at == 0 && (isSetOff(table) || isBold(lines));
  }

  private boolean isSetOff(XmlNode table) {
    XmlNode look = table.at("w:tblPr", "w:tblLook");
    boolean first =
        look.attr("w:firstRow").matches("1|true|on")
            || (look.attr("w:firstRow").isEmpty()
                && look.val().matches("[0-9A-Fa-f]{1,4}")
                && (Integer.parseInt(look.val(), 16) & 0x20) != 0);
    return first
        && styles.chain(table.at("w:tblPr", "w:tblStyle").val()).stream()
            .flatMap(style -> style.all("w:tblStylePr").stream())
            .anyMatch(part -> part.attr("w:type").equals("firstRow"));
  }

  private static boolean isBold(Map<Cell, OfficeLine> lines) {
    List<OfficeLine> named =
        lines.values().stream().filter(line -> !line.inline().isEmpty()).toList();
    return named.size() > 1 && named.stream().allMatch(OfficeLine::isBold);
  }

  private List<Row> rows(XmlNode table) {
    List<Row> rows = new ArrayList<>();
    for (XmlNode row : DocxTableParts.all(table, "w:tr")) {
      XmlNode properties = row.at("w:trPr");
      if (properties.at("w:del").exists()) {
        text.leftOut(LeftOut.Kind.DELETED);
      } else if (properties.at("w:hidden").isOn()) {
        text.leftOut(LeftOut.Kind.HIDDEN);
      } else {
        rows.add(new Row(row, cells(row)));
      }
    }
    return rows;
  }

  private Map<Integer, Cell> cells(XmlNode row) {
    Map<Integer, Cell> cells = new LinkedHashMap<>();
    int column = XmlNode.number(row.at("w:trPr", "w:gridBefore").val(), 0);
    for (XmlNode node : DocxTableParts.all(row, "w:tc")) {
      XmlNode properties = node.at("w:tcPr");
      if (properties.at("w:cellDel").exists()) {
        text.leftOut(LeftOut.Kind.DELETED);
        continue;
      }
      int span = XmlNode.number(properties.at("w:gridSpan").val(), 1);
      Cell cell = new Cell(node, column, Math.clamp(span, 1, MOST_COLUMNS), merge(properties));
      cells.put(column, cell);
      column += cell.columns();
    }
    return cells;
  }

  private static String merge(XmlNode properties) {
    XmlNode merge = properties.at("w:vMerge");
    return !merge.exists() ? "" : merge.val().isEmpty() ? "continue" : merge.val();
  }

  /** A table inside a cell: a line for each row. */
  void inside(XmlNode table, BiConsumer<XmlNode, OfficeLine> lines, OfficeLine line) {
    for (Row row : rows(table)) {
      boolean first = true;
      for (Cell cell : row.cells().values()) {
        if (!cell.goesOn()) {
          OfficeLine words = new OfficeLine(text);
          lines.accept(cell.node(), words);
          line.words(first || words.inline().isEmpty() ? "" : ", ");
          line.append(words);
          first &= words.inline().isEmpty();
        }
      }
      line.lineBreak();
    }
  }
}
