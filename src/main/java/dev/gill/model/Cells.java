package dev.gill.model;

import java.util.ArrayList;
import java.util.List;

/** The cells of a table's row as canonical text writes it: parted by bars, with spaces around. */
public final class Cells {
  private Cells() {}

  /** The cells of a row, or of a part of one, that is given without its outer bars. */
  public static List<Range> in(String text, Range row) {
    List<Range> cells = new ArrayList<>();
    int from = row.start();
    for (int i = row.start(); i <= row.end(); i++) {
      boolean bar =
          i < row.end() && text.charAt(i) == '|' && (i == 0 || text.charAt(i - 1) != '\\');
      if (bar || i == row.end()) {
        cells.add(trimmed(text, from, i));
        from = i + 1;
      }
    }
    return cells;
  }

  /** A stretch without the spaces at its ends. */
  public static Range trimmed(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return new Range(from, to);
  }
}
