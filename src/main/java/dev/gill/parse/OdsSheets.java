package dev.gill.parse;

import java.io.IOException;
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
  private boolean found;
  private int sheets;
  private int tables;
  private SheetRows rows;
  private int row;
  private int rowTimes;
  private int column;
  private int cellTimes;
  private String value;
  private StringBuilder words;

  OdsSheets(CanonicalText text) {
    super(text.limits());
    this.text = text;
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

  /** Shapes and charts lie upon a sheet; they are in no cell. */
  @Override
  boolean hides(String name, Attributes attributes) {
    return name.startsWith("draw:")
        || name.equals("table:shapes")
        || name.equals("table:tracked-changes")
        || name.equals("table:table")
            && ELSEWHERE.matcher(value(attributes, "table:name")).matches();
  }

  @Override
  void start(String name, Attributes attributes) {
    switch (name) {
      case "office:spreadsheet" -> found = true;
      case "table:table" -> startTable(value(attributes, "table:name"));
      case "table:table-row" -> startRow(attributes);
      case "table:table-cell" -> startCell(attributes);
      case "table:covered-table-cell" -> skip(attributes);
      case "text:p" -> {
        if (words != null && !words.isEmpty()) {
          words.append(' ');
        }
      }
      default -> {}
    }
  }

  @Override
  void end(String name) {
    switch (name) {
      case "table:table" -> tables--;
      case "table:table-row" -> endRow();
      case "table:table-cell" -> endCell();
      default -> {}
    }
  }

  @Override
  void words(String added) {
    if (words != null) {
      words.append(added);
    }
  }

  private void startTable(String name) {
    if (++tables == 1) {
      sheets++;
      rows = new SheetRows(text, sheets, name);
      row = 0;
    }
  }

  private void startRow(Attributes attributes) {
    if (tables == 1) {
      rows.start(row);
      rowTimes = number(attributes, "table:number-rows-repeated", MOST_ROWS);
      column = 0;
    }
  }

  private void endRow() {
    if (tables == 1) {
      rows.end(rowTimes);
      row = Math.min(row + rowTimes, MOST_ROWS);
    }
  }

  private void startCell(Attributes attributes) {
    if (tables == 1) {
      cellTimes = number(attributes, "table:number-columns-repeated", MOST_COLUMNS + 1);
      value = OdsValue.shown(attributes);
      words = new StringBuilder();
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
    if (tables != 1 || words == null) {
      return;
    }
    String shown = words.isEmpty() ? value : words.toString();
    Inline cell = Inline.of(shown.replace('\n', ' '));
    if (!cell.isEmpty()) {
      if (column + cellTimes > MOST_COLUMNS) {
        throw Refused.bomb();
      }
      for (int i = 0; i < cellTimes; i++) {
        rows.cell(column + i, cell);
      }
    }
    column = Math.min(column + cellTimes, MOST_COLUMNS);
    words = null;
  }
}
