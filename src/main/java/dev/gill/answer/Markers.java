package dev.gill.answer;

import dev.gill.answer.Lines.Kind;
import dev.gill.answer.Lines.Line;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is printed before the items of a chunk's lists: {@code 2.2.1 (b)}. */
final class Markers {
  private final String text;
  private final List<Line> lines;

  Markers(Chunk chunk) {
    this.text = chunk.text();
    this.lines = Lines.of(chunk);
  }

  /** The markers of the item that a range stands in, the outermost first; empty if in none. */
  String before(Range range) {
    Deque<String> markers = new ArrayDeque<>();
    int indentation = Integer.MAX_VALUE;
    for (int i = lines.size() - 1; i >= 0 && indentation > 0; i--) {
      Line line = lines.get(i);
      boolean within = line.whole().start() <= range.start();
      if (within && line.kind() == Kind.ITEM && line.indentation() < indentation) {
        boolean own = range.start() <= line.whole().end();
        if (markers.isEmpty() && !own) {
          return "";
        }
        indentation = line.indentation();
        markers.addFirst(marker(line));
      } else if (within && line.kind() != Kind.ITEM) {
        break;
      }
    }
    return markers.isEmpty() ? "" : String.join(" ", markers) + " ";
  }

  private String marker(Line line) {
    return text.substring(
            Math.min(line.whole().start() + line.indentation(), line.said().start()),
            line.said().start())
        .strip();
  }
}
