package dev.gill.answer;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Place;
import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in a passage.
 *
 * @param start where it begins in the passage's text, with the line that names who said it
 * @param end where it ends there
 * @param text without that line
 */
record Said(int start, int end, Place.Message place, String text) {
  /** The messages of a passage; none if it is no conversation. */
  static List<Said> in(Chunk chunk) {
    List<Said> said = new ArrayList<>();
    List<Anchor> anchors = chunk.anchors();
    for (int i = 0; i < anchors.size(); i++) {
      if (anchors.get(i).place() instanceof Place.Message message) {
        int start = Math.max(0, anchors.get(i).offset() - chunk.start());
        int end =
            i + 1 < anchors.size()
                ? anchors.get(i + 1).offset() - chunk.start()
                : chunk.text().length();
        if (start < end && end <= chunk.text().length()) {
          String text = chunk.text().substring(start, end);
          boolean named = anchors.get(i).offset() >= chunk.start();
          int from = named ? text.indexOf('\n') + 1 : 0;
          said.add(new Said(start, end, message, text.substring(from)));
        }
      }
    }
    return said;
  }

  /** Whether something of the passage begins in it. */
  boolean holds(Range range) {
    return start <= range.start() && range.start() < end;
  }
}
