package dev.gill.parse.office.sheet;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.office.OfficeXml;
import dev.gill.parse.table.SheetCell;
import dev.gill.parse.table.SheetRows;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Hands the rows of one sheet on; rows and cells without a reference follow each other. */
final class XlsxRows extends DefaultHandler {
  private static final int MOST_COLUMNS = 1 << 14;

  private final CanonicalText text;
  private final SheetRows rows;
  private final XlsxLayout layout;
  private final XlsxValues values;
  private final StringBuilder words = new StringBuilder();
  private final XlsxText inline = new XlsxText();
  private int row = -1;
  private int column;
  private boolean hidden;
  private boolean collecting;
  private XlsxValues.Stored cell;

  XlsxRows(CanonicalText text, SheetRows rows, XlsxLayout layout, XlsxValues values) {
    this.text = text;
    this.rows = rows;
    this.layout = layout;
    this.values = values;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "row" -> startRow(attributes);
      case "c" -> startCell(attributes);
      case "f", "v" -> {
        words.setLength(0);
        collecting = true;
      }
      default -> inline.start(name, attributes);
    }
  }

  private void startRow(Attributes attributes) {
    row = OfficeXml.number(attributes, "r", row + 2) - 1;
    column = -1;
    boolean flat = OfficeXml.value(attributes, "ht").matches("0(\\.0+)?");
    hidden = (flat || OfficeXml.isOn(attributes, "hidden")) && !layout.isFiltered(row);
    rows.start(row);
  }

  private void startCell(Attributes attributes) {
    String reference = OfficeXml.value(attributes, "r");
    column = reference.isEmpty() ? column + 1 : XlsxLayout.columnOf(reference);
    if (column >= MOST_COLUMNS) {
      throw Refused.bomb();
    }
    cell =
        new XlsxValues.Stored(
            OfficeXml.value(attributes, "t"), values.style(OfficeXml.number(attributes, "s", 0)));
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (collecting) {
      words.append(characters, start, length);
    } else {
      inline.characters(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "row" -> endRow();
      case "c" -> endCell();
      case "f" -> {
        cell.formula(words.toString());
        collecting = false;
      }
      case "v" -> {
        cell.value(words.toString());
        collecting = false;
      }
      default -> inline.end(name);
    }
  }

  private void endCell() {
    cell.inline(inline.take());
    CellRangeAddress range = layout.merged(row, column);
    Inline line = values.line(cell, row, column, text);
    if (cell.style().struck() && !line.isEmpty()) {
      text.leftOut(LeftOut.Kind.STRUCK);
      line = new Inline();
    }
    String link = layout.link(row, column);
    line.target(link.isEmpty() ? XlsxValues.linkIn(cell) : link);
    rows.cell(
        column,
        new SheetCell(
            line,
            range.getLastColumn() - column + 1,
            range.getLastRow() - row + 1,
            cell.style().bold(),
            false));
  }

  private void endRow() {
    if (hidden) {
      rows.endHidden(1);
    } else {
      rows.end(1, layout.isHeading(row));
    }
  }
}
