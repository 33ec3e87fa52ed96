package dev.gill.parse.table;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table in the making, whatever its format: a cell that reaches over several rows stands in each
 * of them, one that reaches over several columns in each of those, and the rows that say what the
 * columns are called become one.
 */
public final class Grid {
  private static final int MOST_COLUMNS = 1 << 14;

  /** UTF-16 units up to which a cell that reaches over several columns is repeated. */
  private static final int REPEATED = 80;

  private record Spanning(Inline content, int rowsLeft) {}

  private final CanonicalText text;
  private final Map<Integer, Spanning> above = new HashMap<>();
  private final List<List<Inline>> headings = new ArrayList<>();
  private final List<Inline> cells = new ArrayList<>();
  private Runnable place = () -> {};
  private Runnable headingPlace = () -> {};
  private List<Inline> first = List.of();
  private Runnable firstPlace = () -> {};
  private boolean headingRow;
  private boolean body;
  private boolean reached;
  private int named;

  /** Begins a table there. */
  public Grid(CanonicalText text) {
    this.text = text;
    text.apart();
  }

  /**
   * Begins a row.
   *
   * @param heading whether it says what the columns are called; below another row it is read as
   *     that only if no row of values came before
   * @param where has the text know the row's place in the original
   */
  public void row(boolean heading, Runnable where) {
    headingRow = heading && !body;
    if (headingRow && headings.isEmpty()) {
      headingPlace = where;
    }
    place = where;
  }

  /** A cell of one column and row. */
  public void cell(Inline content) {
    cell(content, 1, 1);
  }

  /** The next cell, and over how many columns and rows it reaches. */
  public void cell(Inline content, int columns, int rows) {
    takeFromAbove();
    Inline line = content.joined();
    for (int i = 0; i < columns; i++) {
      if (cells.size() >= MOST_COLUMNS) {
        throw Refused.bomb();
      }
      Inline shown = i == 0 || line.length() <= REPEATED ? line : new Inline();
      if (rows > 1) {
        above.put(cells.size(), new Spanning(shown, rows - 1));
      }
      named += i == 0 ? 1 : 0;
      cells.add(shown);
    }
  }

  /** Ends a row. */
  public void endRow() {
    takeFromAbove();
    boolean isWhole = named == 1 && !reached && cells.size() > 1;
    if (headingRow) {
      headings.add(List.copyOf(cells));
    } else if (!body && headings.isEmpty() && first.isEmpty() && NameRow.mayBe(cells)) {
      first = List.copyOf(cells);
      firstPlace = place;
    } else {
      if (!first.isEmpty() && NameRow.standsAbove(first, cells)) {
        headings.add(first);
        headingPlace = firstPlace;
        first = List.of();
      }
      flush();
      body |= cells.stream().anyMatch(cell -> !cell.isEmpty());
      place.run();
      text.row(isWhole ? cells.subList(0, 1) : cells);
    }
    cells.clear();
    named = 0;
    reached = false;
  }

  /** Ends the table. */
  public void end() {
    flush();
    text.apart();
  }

  private void flush() {
    if (!first.isEmpty()) {
      firstPlace.run();
      text.row(first);
      first = List.of();
    }
    if (headings.isEmpty()) {
      return;
    }
    int columns = headings.stream().mapToInt(List::size).max().orElse(0);
    List<Inline> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      names.add(name(i));
    }
    headings.clear();
    headingPlace.run();
    text.headingRow(names);
  }

  /** What a column is called: in each of the heading rows, from the top. */
  private Inline name(int column) {
    Set<String> seen = new LinkedHashSet<>();
    Inline name = new Inline();
    for (List<Inline> row : headings) {
      Inline part = column < row.size() ? row.get(column) : new Inline();
      if (!part.isEmpty() && seen.add(part.toString())) {
        name.space().append(part);
      }
    }
    return name;
  }

  private void takeFromAbove() {
    for (Spanning spanning = above.remove(cells.size());
        spanning != null;
        spanning = above.remove(cells.size())) {
      reached = true;
      if (spanning.rowsLeft() > 1) {
        above.put(cells.size(), new Spanning(spanning.content(), spanning.rowsLeft() - 1));
      }
      cells.add(Inline.of(spanning.content().toString()));
    }
  }
}
