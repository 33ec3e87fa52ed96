package dev.gill.surface.web;

import dev.gill.model.Block;
import dev.gill.model.Cells;
import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;

/** Makes pieces of a page from the blocks of canonical text. */
final class Pieces {
  private final String text;
  private final List<Block> blocks;
  private final List<Piece> pieces = new ArrayList<>();

  private Pieces(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  /** The pieces of a text, in order. */
  static List<Piece> of(String text, List<Block> blocks) {
    Pieces pieces = new Pieces(text, blocks);
    for (int at = 0; at < blocks.size(); ) {
      at = pieces.add(at);
    }
    return List.copyOf(pieces.pieces);
  }

  /** Adds the piece that begins with a block, and returns where the next one begins. */
  private int add(int at) {
    Block block = blocks.get(at);
    int end = together(at);
    switch (block.kind()) {
      case HEADING -> {
        int level = text.indexOf(' ', block.start()) - block.start();
        pieces.add(new Piece.Heading(level, new Range(block.start() + level + 1, block.end())));
      }
      case BYLINE -> pieces.add(new Piece.Byline(new Range(block.start(), block.end())));
      case PARAGRAPH -> pieces.add(new Piece.Paragraph(new Range(block.start(), block.end())));
      case LIST_ITEM ->
          pieces.add(new Piece.Items(blocks.subList(at, end).stream().map(this::item).toList()));
      case TABLE_ROW, HEADING_ROW ->
          pieces.add(
              new Piece.Table(
                  blocks.subList(at, end).stream()
                      .map(row -> Cells.in(text, new Range(row.start() + 1, row.end() - 1)))
                      .toList()));
      case CODE -> pieces.add(code(block));
    }
    return end;
  }

  /** Where the list or the table that begins with a block ends; any other block is by itself. */
  private int together(int at) {
    Block first = blocks.get(at);
    int end = at + 1;
    while (end < blocks.size() && isMore(first, blocks.get(end)) && follows(end)) {
      end++;
    }
    return end;
  }

  private static boolean isMore(Block first, Block next) {
    return switch (next.kind()) {
      case LIST_ITEM -> first.kind() == Block.Kind.LIST_ITEM;
      case TABLE_ROW -> first.isRow();
      default -> false;
    };
  }

  private boolean follows(int at) {
    String between = text.substring(blocks.get(at - 1).end(), blocks.get(at).start());
    return between.indexOf('\n') == between.lastIndexOf('\n');
  }

  private Piece.Item item(Block item) {
    int line = text.lastIndexOf('\n', item.start()) + 1;
    int space = text.indexOf(' ', item.start());
    String marker = text.substring(item.start(), space);
    return new Piece.Item((item.start() - line) / 2, marker, new Range(space + 1, item.end()));
  }

  private Piece.Code code(Block code) {
    int first = text.indexOf('\n', code.start());
    int last = text.lastIndexOf('\n', code.end() - 1);
    String language = text.substring(code.start(), first).replace("`", "").strip();
    return new Piece.Code(language, new Range(Math.min(first + 1, last), last));
  }
}
