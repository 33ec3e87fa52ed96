package dev.gill.answer;

import dev.gill.model.Block;
import dev.gill.model.Cells;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;

/** The lines of a chunk, each of the kind of the block that it belongs to. */
final class Lines {
  /** What a line of canonical text is. */
  enum Kind {
    BLANK,
    HEADING,
    /** Says who said what comes next. */
    BYLINE,
    /** Begins a block of code. */
    OPENING,
    /** Within a block of code, empty or not. */
    CODE,
    /** Ends a block of code. */
    CLOSING,
    /** The row that says what a table's columns are called. */
    NAMES,
    ROW,
    ITEM,
    PROSE
  }

  /**
   * One line.
   *
   * @param whole where it stands in the chunk's text, without the line break
   * @param said what it says, without the marker of a list item or the outer bars of a row
   * @param indentation white space before the marker of a list item
   */
  record Line(Kind kind, Range whole, Range said, int indentation) {
    /** Whether it is a row of a table. */
    boolean isRow() {
      return kind == Kind.ROW || kind == Kind.NAMES;
    }

    /** Whether both are list items, and the other one does not stand under this one. */
    boolean isBeside(Line other) {
      return kind == Kind.ITEM && other.kind == Kind.ITEM && other.indentation <= indentation;
    }
  }

  private final Chunk chunk;
  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private int end;

  private Lines(Chunk chunk) {
    this.chunk = chunk;
    this.text = chunk.text();
  }

  /** In order; of a chunk whose structure is not known every line is prose. */
  static List<Line> of(Chunk chunk) {
    Lines lines = new Lines(chunk);
    if (chunk.blocks().isEmpty()) {
      lines.plain();
    }
    chunk.blocks().stream().filter(lines::isWithin).forEach(lines::add);
    return lines.lines;
  }

  private void plain() {
    for (Range line : parted(0, text.length())) {
      boolean blank = line.of(text).isBlank();
      lines.add(new Line(blank ? Kind.BLANK : Kind.PROSE, line, line, 0));
    }
  }

  private boolean isWithin(Block block) {
    return block.start() < chunk.end() && block.end() > chunk.start();
  }

  private void add(Block block) {
    Range whole =
        new Range(
            Math.max(0, block.start() - chunk.start()),
            Math.min(text.length(), block.end() - chunk.start()));
    if (text.substring(end, whole.start()).contains("\n\n")) {
      Range blank = new Range(end + 1, end + 1);
      lines.add(new Line(Kind.BLANK, blank, blank, 0));
    }
    boolean begins = block.start() >= chunk.start();
    boolean ends = block.end() <= chunk.end();
    switch (block.kind()) {
      case HEADING -> lines.add(new Line(Kind.HEADING, whole, whole, 0));
      case BYLINE -> lines.add(new Line(Kind.BYLINE, whole, whole, 0));
      case PARAGRAPH -> lines.add(new Line(Kind.PROSE, whole, whole, 0));
      case LIST_ITEM -> lines.add(item(whole, begins));
      case HEADING_ROW -> lines.add(new Line(Kind.NAMES, whole, cells(whole, begins, ends), 0));
      case TABLE_ROW -> lines.add(new Line(Kind.ROW, whole, cells(whole, begins, ends), 0));
      case CODE -> code(whole, begins, ends);
    }
    end = whole.end();
  }

  private Line item(Range block, boolean begins) {
    int start = text.lastIndexOf('\n', block.start() - 1) + 1;
    int marker = begins ? text.indexOf(' ', block.start()) + 1 : block.start();
    return new Line(
        Kind.ITEM,
        new Range(start, block.end()),
        new Range(Math.clamp(marker, block.start(), block.end()), block.end()),
        block.start() - start);
  }

  private Range cells(Range row, boolean begins, boolean ends) {
    int from = begins ? row.start() + 1 : row.start();
    int to = ends ? row.end() - 1 : row.end();
    return Cells.trimmed(text, from, Math.max(from, to));
  }

  private void code(Range block, boolean begins, boolean ends) {
    List<Range> parts = parted(block.start(), block.end());
    for (int i = 0; i < parts.size(); i++) {
      boolean opens = begins && i == 0;
      boolean closes = ends && i == parts.size() - 1;
      Kind kind = opens ? Kind.OPENING : closes ? Kind.CLOSING : Kind.CODE;
      lines.add(new Line(kind, parts.get(i), parts.get(i), 0));
    }
  }

  private List<Range> parted(int from, int to) {
    List<Range> parts = new ArrayList<>();
    int start = from;
    while (start <= to) {
      int newline = text.indexOf('\n', start);
      int stop = newline < 0 || newline > to ? to : newline;
      parts.add(new Range(start, stop));
      start = stop + 1;
    }
    return parts;
  }
}
