package dev.gill.parse.table;

import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the rows of one sheet; the sheet's name stands above the first one. Empty rows part
 * tables. What is hidden is left out, but a merged cell shows in the part of it that is to be seen.
 */
public final class SheetRows {
  private static final int WIDEST_GAP = 20;
  private static final int WIDEST_SPAN = 100;
  private static final int TABLE_GAP = 1;
  private static final int MOST_REACHING = 2000;

  private final CanonicalText text;
  private final int number;
  private final String sheet;
  private final BitSet hiddenColumns;
  private final BitSet leftOut = new BitSet();
  private final SheetTable table;
  private TreeMap<Integer, SheetCell> cells = new TreeMap<>();
  private TreeMap<Integer, SheetCell> above = new TreeMap<>();
  private boolean begun;
  private int row;
  private int hiddenAfter;
  private int lastRow;

  /**
   * Writes there.
   *
   * @param number the sheet's, counted from 1
   * @param sheet what it is called
   * @param hiddenColumns counted from 0
   */
  public SheetRows(CanonicalText text, int number, String sheet, BitSet hiddenColumns) {
    this.text = text;
    this.number = number;
    this.sheet = sheet;
    this.hiddenColumns = hiddenColumns;
    this.table = new SheetTable(text);
  }

  /** The row of this number begins, counted from 0; empty rows may be left out. */
  public void start(int at) {
    above = below(above, Math.max(at - row - 1, 0));
    row = at;
    cells = new TreeMap<>();
  }

  /** A cell of the row, by its column, counted from 0. Empty ones may be left out. */
  public void cell(int at, SheetCell cell) {
    if (!cell.isEmpty()) {
      cells.put(at, cell);
    }
  }

  /** The row ends, and its author hid it so many times below each other. */
  public void endHidden(int times) {
    if (!cells.isEmpty()) {
      text.leftOut(LeftOut.Kind.HIDDEN);
    }
    above = below(merged(), times);
    hiddenAfter += times;
  }

  /**
   * The row ends; it stands so many times below each other.
   *
   * @param heading whether the file says that it holds headings
   */
  public void end(int times, boolean heading) {
    TreeMap<Integer, SheetCell> all = merged();
    SheetRow whole = new SheetRow(seen(all), this::at, times, heading);
    above = below(all, times);
    if (whole.isAbove()) {
      lastRow = whole.filled() > 0 ? row + times - 1 : lastRow;
      return;
    }
    if (row - lastRow - hiddenAfter > TABLE_GAP) {
      table.end();
    }
    hiddenAfter = 0;
    begin();
    int from = row;
    table.add(new SheetRow(whole.cells(), time -> at(from, time), times, heading));
    lastRow = row + times - 1;
  }

  private void begin() {
    if (!begun) {
      at(0);
      text.heading(1, Inline.of(sheet));
      begun = true;
    }
  }

  /** What comes next lies upon the sheet, in no row of it. */
  public void beside() {
    begin();
    at(0, 0);
  }

  private void at(int time) {
    at(row, time);
  }

  private void at(int from, int time) {
    text.at(new Place.Row(number, sheet, from + 1 + time));
  }

  /** All rows came by. */
  public void finish() {
    table.end();
  }

  /** The row's own cells, and those of rows above that reach into it. */
  private TreeMap<Integer, SheetCell> merged() {
    TreeMap<Integer, SheetCell> all = new TreeMap<>(above);
    all.putAll(cells);
    return all;
  }

  /** What reaches so many rows further down. */
  private static TreeMap<Integer, SheetCell> below(TreeMap<Integer, SheetCell> all, int rows) {
    TreeMap<Integer, SheetCell> below = new TreeMap<>();
    all.forEach(
        (column, cell) -> {
          if (cell.rows() > rows) {
            below.put(column, cell.below(rows));
          }
        });
    if (below.size() > MOST_REACHING) {
      throw Refused.bomb();
    }
    return below;
  }

  /** Cells far apart need not show every empty one between them. */
  private List<SheetCell> seen(TreeMap<Integer, SheetCell> all) {
    List<SheetCell> seen = new ArrayList<>();
    int next = 0;
    for (Map.Entry<Integer, SheetCell> entry : all.entrySet()) {
      int from = Math.max(entry.getKey(), next);
      int to = Math.max(from, entry.getKey() + entry.getValue().columns());
      int columns = visible(from, to);
      if (columns == 0) {
        hide(entry.getKey());
        continue;
      }
      for (int gap = Math.min(visible(next, from), WIDEST_GAP); gap > 0; gap--) {
        seen.add(SheetCell.of(new Inline()));
      }
      SheetCell cell = entry.getValue();
      int shown = Math.min(columns, WIDEST_SPAN);
      seen.add(new SheetCell(cell.content(), shown, cell.rows(), cell.bold(), cell.above()));
      next = to;
    }
    return seen;
  }

  private int visible(int from, int to) {
    return hiddenColumns.isEmpty()
        ? to - from
        : to - from - hiddenColumns.get(from, Math.max(from, to)).cardinality();
  }

  private void hide(int column) {
    if (!leftOut.get(column)) {
      leftOut.set(column);
      text.leftOut(LeftOut.Kind.HIDDEN);
    }
  }
}
