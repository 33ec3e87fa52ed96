package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;

/** The table of an OpenDocument slide that is open; one inside a cell is part of it. */
final class OdfTable {
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int WIDEST_GAP = 20;

  private final CanonicalText text;
  private final List<Inline> cells = new ArrayList<>();
  private Inline cell;
  private int depth;
  private int cellTimes;
  private int rowTimes;

  OdfTable(CanonicalText text) {
    this.text = text;
  }

  void start(String name, Attributes attributes) {
    switch (name) {
      case "table:table" -> {
        if (++depth == 1) {
          text.apart();
        }
      }
      case "table:table-row" -> {
        if (depth == 1) {
          rowTimes =
              OdfHandler.number(
                  attributes, "table:number-rows-repeated", text.limits().blocks() + 1);
        }
      }
      case "table:table-cell", "table:covered-table-cell" -> {
        if (depth == 1) {
          cell = new Inline();
          cellTimes =
              OdfHandler.number(attributes, "table:number-columns-repeated", MOST_COLUMNS + 1);
        }
      }
      default -> {}
    }
  }

  void end(String name) {
    switch (name) {
      case "table:table" -> {
        depth--;
        text.apart();
      }
      case "table:table-row" -> endRow();
      case "table:table-cell", "table:covered-table-cell" -> endCell();
      default -> {}
    }
  }

  boolean inCell() {
    return cell != null;
  }

  /** Adds a line to the cell that is open. */
  void add(Inline line) {
    cell.space().append(line);
  }

  private void endCell() {
    if (depth == 1 && cell != null) {
      if (cells.size() + cellTimes > MOST_COLUMNS) {
        throw Refused.bomb();
      }
      int times = cell.isEmpty() ? Math.min(cellTimes, WIDEST_GAP) : cellTimes;
      for (int i = 0; i < times; i++) {
        cells.add(cell);
      }
      cell = null;
    }
  }

  private void endRow() {
    if (depth == 1) {
      boolean shown = cells.stream().anyMatch(content -> !content.isEmpty());
      for (int i = 0; shown && i < rowTimes; i++) {
        text.row(cells);
      }
      cells.clear();
    }
  }
}
