package dev.gill.surface.mcp;

import dev.gill.model.NearPassage;
import dev.gill.model.Part;
import dev.gill.model.Passage;
import dev.gill.surface.Texts;
import java.util.stream.Collectors;

/**
 * A passage that was found.
 *
 * @param excerpt what it says as it is read, from its best sentence on
 * @param start of the whole passage, in UTF-16 units of the document's text
 * @param end of the whole passage
 * @param score from 0 to 1
 */
record Found(
    String excerpt, String revision, int start, int end, double score, DocumentView document) {
  static Found of(NearPassage near, Caller caller) {
    Passage passage = near.found().passage();
    return new Found(
        near.excerpt().stream().map(Part::text).collect(Collectors.joining("\n")).strip(),
        passage.revision(),
        passage.chunk().start(),
        passage.chunk().end(),
        Math.round(near.found().score() * 1000) / 1000.0,
        DocumentView.of(passage.doc(), passage.locate(passage.chunk().start()), caller.here()));
  }

  /** For a model to read. */
  String text(int number, Texts t) {
    String place = t.filled("mcp.where", number + ".", document.id(), "" + start, "" + end);
    return "%s\n   %s\n%s\n".formatted(place, document.line(), excerpt.indent(3).stripTrailing());
  }
}
