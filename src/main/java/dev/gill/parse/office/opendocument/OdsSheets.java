package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.table.SheetCell;
import dev.gill.parse.table.SheetRows;
import java.io.IOException;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** Writes the sheets of an OpenDocument spreadsheet as its elements come by. */
final class OdsSheets extends OdfHandler {
  /** More of either than any spreadsheet program has. */
  private static final int MOST_ROWS = 1 << 24;

  private static final int MOST_COLUMNS = 1 << 14;

  /** What was kept of another file's sheet, for formulas that reach there. */
  private static final Pattern ELSEWHERE = Pattern.compile("'.*'#.*", Pattern.DOTALL);

  private final CanonicalText text;
  private final OdfLook look;
  private final OdsShapes shapes;
  private final OdfWords words;
  private final BitSet hiddenColumns = new BitSet();
  private boolean found;
  private int sheets;
  private int tables;
  private SheetRows rows;
  private int columns;
  private int row;
  private int rowTimes;
  private boolean rowHidden;
  private boolean heading;
  private int column;
  private OdsCell cell;

  OdsSheets(CanonicalText text, OpenDocument file) throws IOException {
    super(text.limits());
    this.text = text;
    this.look = file.look();
    this.shapes = new OdsShapes(text, look, new OdfCharts(text, file));
    this.words = new OdfWords(text, look);
  }

  /**
   * All elements came by.
   *
   * @throws IOException if they were those of another kind of document
   */
  void finish() throws IOException {
    if (!found) {
      throw new IOException("no spreadsheet inside");
    }
  }

  @Override
  boolean hides(String name, Attributes attributes) {
    boolean table = name.equals("table:table");
    if (table && look.isHidden(value(attributes, "table:style-name"))) {
      sheets += tables == 0 ? 1 : 0;
      text.leftOut(LeftOut.Kind.HIDDEN);
      return true;
    }
    return name.equals("table:tracked-changes")
        || table && ELSEWHERE.matcher(value(attributes, "table:name")).matches();
  }

  @Override
  void passes(String name, Attributes attributes) {
    if (name.equals("office:annotation")) {
      text.leftOut(LeftOut.Kind.COMMENT);
    }
  }

  @Override
  void start(String name, Attributes attributes) {
    if (shapes.start(name, attributes)) {
      return;
    }
    switch (name) {
      case "office:spreadsheet" -> found = true;
      case "table:table" -> startTable(value(attributes, "table:name"));
      case "table:table-column" -> column(attributes);
      case "table:table-header-rows" -> heading = true;
      case "table:table-row" -> startRow(attributes);
      case "table:table-cell" -> startCell(attributes);
      case "table:covered-table-cell" -> skip(attributes);
      default -> words.start(name, attributes);
    }
  }

  @Override
  void end(String name) {
    if (shapes.end(name)) {
      return;
    }
    switch (name) {
      case "table:table" -> endTable();
      case "table:table-header-rows" -> heading = false;
      case "table:table-row" -> endRow();
      case "table:table-cell" -> endCell();
      default -> words.end(name);
    }
  }

  @Override
  void words(String added) {
    if (!shapes.words(added) && cell != null) {
      words.words(added);
    }
  }

  private void startTable(String name) {
    if (++tables == 1) {
      sheets++;
      hiddenColumns.clear();
      rows = new SheetRows(text, sheets, name, hiddenColumns);
      row = 0;
      columns = 0;
    }
  }

  private void endTable() {
    if (--tables == 0) {
      rows.finish();
      shapes.write(rows);
    }
  }

  private void column(Attributes attributes) {
    if (tables == 1) {
      int times = number(attributes, "table:number-columns-repeated", MOST_COLUMNS);
      int to = Math.min(columns + times, MOST_COLUMNS);
      hiddenColumns.set(columns, to, value(attributes, "table:visibility").equals("collapse"));
      columns = to;
    }
  }

  /** Rows that a filter puts out of sight are read. */
  private void startRow(Attributes attributes) {
    if (tables == 1) {
      rows.start(row);
      rowTimes = number(attributes, "table:number-rows-repeated", MOST_ROWS);
      rowHidden = value(attributes, "table:visibility").equals("collapse");
      column = 0;
    }
  }

  private void endRow() {
    if (tables == 1) {
      if (rowHidden) {
        rows.endHidden(rowTimes);
      } else {
        rows.end(rowTimes, heading);
      }
      row = Math.min(row + rowTimes, MOST_ROWS);
    }
  }

  private void startCell(Attributes attributes) {
    if (tables == 1) {
      cell = OdsCell.of(attributes);
      words.take();
    }
  }

  /** Merged cells show what the first of them holds. */
  private void skip(Attributes attributes) {
    if (tables == 1) {
      int times = number(attributes, "table:number-columns-repeated", MOST_COLUMNS + 1);
      column = Math.min(column + times, MOST_COLUMNS);
    }
  }

  private void endCell() {
    if (tables != 1 || cell == null) {
      return;
    }
    Inline shown = cell.shown(words.take());
    if (shown.isEmpty() && cell.isUncomputed()) {
      text.leftOut(LeftOut.Kind.FORMULA);
    }
    if (look.isStruck(cell.style()) && !shown.isEmpty()) {
      text.leftOut(LeftOut.Kind.STRUCK);
    } else if (!shown.isEmpty()) {
      if (column + cell.times() > MOST_COLUMNS) {
        throw Refused.bomb();
      }
      boolean bold = look.isBold(cell.style());
      for (int i = 0; i < cell.times(); i++) {
        rows.cell(column + i, new SheetCell(shown, cell.columns(), cell.rows(), bold, false));
      }
    }
    column = Math.min(column + cell.times(), MOST_COLUMNS);
    cell = null;
  }
}
