package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Characters;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.table.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A table that is drawn as a grid, whose cells may reach over several rows and columns. */
final class RstGridTable {
  private static final int LARGEST = 400_000;

  private static final int MOST_STEPS = 50_000_000;

  /** Stands for the second column of a character that takes two. */
  private static final char FILLER = '\u0001';

  private record Cell(int top, int left, int bottom, int right) {}

  private final List<String> drawing = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private int heading = -1;
  private int steps;

  RstGridTable(List<String> lines) {
    lines.forEach(line -> drawing.add(spread(line.strip())));
    int width = drawing.stream().mapToInt(String::length).max().orElse(0);
    if ((long) width * drawing.size() > LARGEST) {
      return;
    }
    for (int top = 0; top < drawing.size(); top++) {
      if (drawing.get(top).matches("[+=]+") && heading < 0) {
        heading = top;
      }
      for (int left = 0; left < drawing.get(top).length(); left++) {
        if (at(top, left) == '+') {
          find(top, left);
        }
      }
    }
  }

  private static String spread(String line) {
    StringBuilder columns = new StringBuilder();
    line.codePoints()
        .forEach(
            c ->
                columns
                    .appendCodePoint(c)
                    .append(Characters.isWide(c) ? String.valueOf(FILLER) : ""));
    return columns.toString();
  }

  private char at(int row, int column) {
    if (++steps > MOST_STEPS) {
      throw new Refused("A table is drawn in too many lines to be read; write it as a list table.");
    }
    String line = row < drawing.size() ? drawing.get(row) : "";
    return column < line.length() ? line.charAt(column) : ' ';
  }

  /** The smallest cell whose upper left corner is there. */
  private void find(int top, int left) {
    for (int right = left + 1; "-=+".indexOf(at(top, right)) >= 0; right++) {
      if (at(top, right) == '+') {
        for (int bottom = top + 1; isSide(bottom, left) && isSide(bottom, right); bottom++) {
          if (at(bottom, left) == '+' && at(bottom, right) == '+' && isEdge(bottom, left, right)) {
            cells.add(new Cell(top, left, bottom, right));
            return;
          }
        }
      }
    }
  }

  private boolean isSide(int row, int column) {
    return "|+".indexOf(at(row, column)) >= 0;
  }

  private boolean isEdge(int row, int left, int right) {
    for (int column = left; column <= right; column++) {
      if ("-=+".indexOf(at(row, column)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the drawing could be read. */
  boolean isDrawn() {
    return !cells.isEmpty();
  }

  void write(CanonicalText text, RstInline inline, int firstLine) {
    TreeSet<Integer> rows = new TreeSet<>();
    TreeSet<Integer> columns = new TreeSet<>();
    cells.forEach(cell -> rows.add(cell.top()));
    cells.forEach(cell -> columns.add(cell.left()));
    Grid grid = new Grid(text);
    for (int row : rows) {
      grid.row(row < heading, () -> text.line(firstLine + row + 1));
      for (Cell cell : cells) {
        if (cell.top() == row) {
          grid.cell(
              content(cell, inline, firstLine),
              columns.subSet(cell.left(), cell.right()).size(),
              rows.subSet(cell.top(), cell.bottom()).size());
        }
      }
      grid.endRow();
    }
    grid.end();
  }

  private Inline content(Cell cell, RstInline inline, int firstLine) {
    StringBuilder words = new StringBuilder();
    for (int row = cell.top() + 1; row < cell.bottom(); row++) {
      String line = drawing.get(row);
      int end = Math.min(cell.right(), line.length());
      String part = line.substring(Math.min(cell.left() + 1, end), end);
      words.append(words.isEmpty() && row == cell.top() + 1 ? "" : "\n");
      words.append(part.replace(String.valueOf(FILLER), "").strip());
    }
    return inline.of(words.toString(), firstLine + cell.top() + 1);
  }
}
