package dev.gill.parse.canonical;

import dev.gill.model.Block;
import dev.gill.parse.Headed;
import java.util.ArrayList;
import java.util.List;

/** The text in the making and its blocks, with what stands between them, within the limits. */
final class BlockWriter {
  private final Limits limits;
  private final PlaceTrack places;
  private final HeadingPath headings;
  private final StringBuilder text = new StringBuilder();
  private final List<Headed> blocks = new ArrayList<>();
  private boolean apart;

  BlockWriter(Limits limits, PlaceTrack places, HeadingPath headings) {
    this.limits = limits;
    this.places = places;
    this.headings = headings;
  }

  String text() {
    return text.toString();
  }

  int size() {
    return text.length();
  }

  List<Headed> blocks() {
    return blocks;
  }

  /** The next list item or table row does not belong to the list or table before it. */
  void apart() {
    apart = true;
  }

  /** A block of one line, after so many steps of indentation and this marker. */
  void line(Block.Kind kind, int steps, String marker, Inline line) {
    separate(kind);
    text.repeat(' ', 2 * Math.min(steps, limits.depth()));
    places.begin(line, text.length());
    int start = text.length();
    text.append(marker);
    append(line);
    end(kind, start);
  }

  /** A row of cells, one of which says something. */
  void row(Block.Kind kind, List<Inline> cells) {
    separate(kind);
    int start = text.length();
    cells.stream()
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .ifPresent(cell -> places.begin(cell, start));
    for (Inline cell : cells) {
      text.append("| ");
      append(cell);
      text.append(' ');
    }
    text.append('|');
    end(kind, start);
  }

  /**
   * Code, without the blank lines around it.
   *
   * @param firstLine the line of the original on which it begins; 0 if the format does not count
   */
  void code(String language, List<String> lines, int firstLine) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (from < to && lines.get(to - 1).isBlank()) {
      to--;
    }
    if (from < to) {
      fenced(language, CodeFence.around(lines), lines.subList(from, to), firstLine, from);
    }
  }

  private void fenced(String language, String fence, List<String> lines, int firstLine, int from) {
    separate(Block.Kind.CODE);
    int start = text.length();
    places.anchor(start);
    text.append(fence).append(language).append('\n');
    for (int i = 0; i < lines.size(); i++) {
      if (firstLine > 0) {
        places.line(firstLine + from + i);
        places.anchor(text.length());
      }
      CodeFence.append(text, lines.get(i));
      check();
    }
    text.append(fence);
    end(Block.Kind.CODE, start);
  }

  /** A block of another document, after what stood before it there. */
  void copy(Block.Kind kind, String before, String words) {
    text.append(before).append(words);
    end(kind, text.length() - words.length());
  }

  /** Takes the last block back. */
  void removeLast() {
    blocks.removeLast();
    text.setLength(blocks.isEmpty() ? 0 : blocks.getLast().end());
    places.cutTo(text.length());
  }

  private void separate(Block.Kind kind) {
    if (!blocks.isEmpty()) {
      boolean said = blocks.getLast().kind() == Block.Kind.BYLINE;
      boolean follows = !apart && isMore(kind, blocks.getLast().block());
      text.append(said || follows ? "\n" : "\n\n");
    }
    apart = false;
  }

  /** Whether a block of this kind goes on with the list or table that another one is part of. */
  private static boolean isMore(Block.Kind kind, Block before) {
    return switch (kind) {
      case LIST_ITEM -> before.kind() == Block.Kind.LIST_ITEM;
      case TABLE_ROW -> before.isRow();
      default -> false;
    };
  }

  private void append(Inline line) {
    int start = text.length();
    text.append(line);
    places.follow(line, start);
    check();
  }

  private void end(Block.Kind kind, int start) {
    blocks.add(new Headed(new Block(kind, start, text.length()), headings.titles()));
    check();
  }

  private void check() {
    if (text.length() > limits.textChars()) {
      throw Refused.tooLong(limits);
    }
    if (blocks.size() > limits.blocks()) {
      throw new Refused(
          "The document holds more than %,d paragraphs or rows; split it."
              .formatted(limits.blocks()));
    }
  }
}
