package dev.gill.parse.table;

import dev.gill.parse.canonical.Inline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether a table's first row, which nothing marks, says what the columns are called:
 * three names or more, all different, above a row with figures in it.
 */
final class NameRow {
  private static final int FEWEST = 3;
  private static final int LONGEST = 40;

  private NameRow() {}

  /** Whether it may be one, whatever comes below. */
  static boolean mayBe(List<Inline> row) {
    Set<String> names = new HashSet<>();
    return row.size() >= FEWEST
        && row.stream().map(Inline::toString).allMatch(cell -> isName(cell) && names.add(cell));
  }

  private static boolean isName(String cell) {
    return !cell.isEmpty()
        && cell.length() <= LONGEST
        && cell.chars().noneMatch(Character::isDigit)
        && ".!?:;。！？：；".indexOf(cell.charAt(cell.length() - 1)) < 0
        && cell.codePoints().anyMatch(Character::isLetter);
  }

  /** Whether one that may be is one above this row. */
  static boolean standsAbove(List<Inline> names, List<Inline> row) {
    return row.size() == names.size()
        && row.stream().anyMatch(cell -> cell.toString().chars().anyMatch(Character::isDigit));
  }
}
