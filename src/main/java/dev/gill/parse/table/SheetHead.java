package dev.gill.parse.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where a table begins among rows that follow each other, and which of its rows say what the
 * columns are called.
 *
 * @param above how many rows stand above the table, such as its title
 * @param headings how many rows after those hold headings
 */
record SheetHead(int above, int headings) {
  private static final int MOST_ABOVE = 6;
  private static final int MOST_HEADINGS = 4;

  /** Rows that have to stand below names alone for them to be headings. */
  private static final int FEWEST_BELOW = 2;

  private static final int FEWEST_COLUMNS = 3;

  /** Of the first rows that follow each other. */
  static SheetHead of(List<SheetRow> rows) {
    int above = above(rows);
    List<SheetRow> table = rows.subList(above, rows.size());
    int headings = 0;
    while (headings < Math.min(MOST_HEADINGS, table.size() - 1)
        && isHeading(table.subList(headings, table.size()), headings, table)) {
      headings++;
    }
    return new SheetHead(above, headings);
  }

  /** Rows that are less than half as wide as the table below them. */
  private static int above(List<SheetRow> rows) {
    long widest = rows.stream().mapToLong(SheetRow::filled).max().orElse(0);
    int above = 0;
    while (above < rows.size() && rows.get(above).filled() <= Math.max(1, widest / 2)) {
      above++;
    }
    return widest < 2 || above > MOST_ABOVE ? 0 : above;
  }

  private static boolean isHeading(List<SheetRow> rest, int before, List<SheetRow> table) {
    SheetRow row = rest.getFirst();
    if (row.heading() && row.cells().stream().anyMatch(SheetCell::isName)) {
      return true;
    }
    if (before > 0) {
      return isNames(rest, false) && row.isUnder(table.get(before - 1));
    }
    if (row.filled() < 2) {
      return false;
    }
    boolean standsOut = row.isBold() && !rest.get(1).isBold();
    return isNames(rest, false) && standsOut
        || isNames(rest, true) && (row.isGrouped() || isAboveOthers(rest));
  }

  /** Whether a row holds names alone, each of them once, or years where others stand below. */
  private static boolean isNames(List<SheetRow> rest, boolean distinct) {
    SheetRow row = rest.getFirst();
    Set<String> seen = new HashSet<>();
    int column = 0;
    for (SheetCell cell : row.cells()) {
      boolean named =
          cell.isEmpty() || isNameAbove(cell, column, rest) || isYearAbove(cell, column, rest);
      if (!named || distinct && !cell.isEmpty() && !seen.add(cell.content().toString())) {
        return false;
      }
      column += cell.columns();
    }
    return true;
  }

  /** A name with a number in it stands above others than its like. */
  private static boolean isNameAbove(SheetCell cell, int column, List<SheetRow> rest) {
    return cell.isName()
        && (!cell.isValue()
            || below(rest, column).stream().noneMatch(b -> b.shape().equals(cell.shape())));
  }

  private static boolean isYearAbove(SheetCell cell, int column, List<SheetRow> rest) {
    return column > 0 && cell.isYear() && below(rest, column).stream().noneMatch(SheetCell::isYear);
  }

  /** Whether values stand below the names, or several rows of words. */
  private static boolean isAboveOthers(List<SheetRow> rest) {
    SheetRow row = rest.getFirst();
    int width = rest.stream().mapToInt(SheetRow::width).max().orElse(0);
    boolean complete = row.filled() >= width - 1 && !row.at(width - 1).isEmpty();
    for (int column = 0; column < width; column++) {
      List<SheetCell> below = below(rest, column);
      if (!row.at(column).isEmpty()
          && !below.isEmpty()
          && below.stream().allMatch(SheetCell::isValue)) {
        return row.filled() * 2 > width;
      }
    }
    return complete && width >= FEWEST_COLUMNS && rest.size() > FEWEST_BELOW;
  }

  private static List<SheetCell> below(List<SheetRow> rest, int column) {
    return rest.stream().skip(1).map(row -> row.at(column)).filter(c -> !c.isEmpty()).toList();
  }
}
