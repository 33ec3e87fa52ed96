package dev.gill.parse;

import dev.gill.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Writes the rows of one sheet; the sheet's name stands above the first one. */
final class SheetRows {
  private static final int WIDEST_GAP = 20;
  private static final int TABLE_GAP = 1;

  private final CanonicalText text;
  private final int number;
  private final String sheet;
  private final List<Inline> cells = new ArrayList<>();
  private boolean begun;
  private int row;
  private int column;
  private int lastRow;

  /**
   * Writes there.
   *
   * @param number the sheet's, counted from 1
   * @param sheet what it is called
   */
  SheetRows(CanonicalText text, int number, String sheet) {
    this.text = text;
    this.number = number;
    this.sheet = sheet;
  }

  /** The row of this number begins, counted from 0; empty rows may be left out. */
  void start(int at) {
    row = at;
    column = 0;
    cells.clear();
  }

  /**
   * The next cell of the row. Empty ones may be left out; a row of them far apart need not show
   * every one.
   *
   * @param at its column, counted from 0
   */
  void cell(int at, Inline value) {
    for (int gap = Math.min(at - column, WIDEST_GAP); gap > 0; gap--) {
      cells.add(new Inline());
    }
    cells.add(value);
    column = at + 1;
  }

  /** The row ends; it stands so many times below each other. */
  void end(int times) {
    if (cells.stream().allMatch(Inline::isEmpty)) {
      return;
    }
    if (row - lastRow > TABLE_GAP) {
      text.apart();
    }
    text.at(new Place.Row(number, sheet, row + 1));
    if (!begun) {
      text.heading(1, Inline.of(sheet));
      begun = true;
    }
    for (int i = 0; i < times; i++) {
      text.at(new Place.Row(number, sheet, row + 1 + i));
      text.row(cells);
    }
    lastRow = row + times - 1;
  }
}
