package dev.gill.answer;

import dev.gill.answer.Lines.Kind;
import dev.gill.answer.Lines.Line;
import dev.gill.model.Cells;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text as it is read: without the marks of headings, lists, tables and code around its words. */
public final class Plain {
  static final String BETWEEN_CELLS = " · ";

  private Plain() {}

  /** All of a chunk. */
  public static String of(Chunk chunk) {
    return of(chunk, new Range(0, chunk.text().length()));
  }

  /** A stretch of a chunk's text. */
  public static String of(Chunk chunk, Range range) {
    List<String> plain = new ArrayList<>();
    for (Line line : Lines.of(chunk)) {
      boolean within = line.whole().end() >= range.start() && line.whole().start() < range.end();
      if (within && line.kind() != Kind.OPENING && line.kind() != Kind.CLOSING) {
        plain.add(plain(chunk.text(), line, range));
      }
    }
    return String.join("\n", plain).strip();
  }

  private static String plain(String text, Line line, Range range) {
    int from = Math.clamp(range.start(), line.said().start(), line.said().end());
    int to = Math.clamp(range.end(), from, line.said().end());
    String said = text.substring(from, to);
    return switch (line.kind()) {
      case HEADING -> said.replaceFirst("^#{1,6} ", "");
      case ROW, NAMES ->
          Cells.in(said, new Range(0, said.length())).stream()
              .map(cell -> cell.of(said))
              .collect(Collectors.joining(BETWEEN_CELLS));
      case ITEM -> from == line.said().start() ? marker(text, line, range) + said : said;
      default -> said;
    };
  }

  /** What stands before an item's words that is read, too: its depth and its number. */
  static String marker(String text, Line line, Range range) {
    int start = Math.max(range.start(), line.whole().start());
    String marker = text.substring(Math.min(start, line.said().start()), line.said().start());
    return marker.replaceFirst("- $", "");
  }
}
