package dev.gill.parse;

import dev.gill.model.Anchor;
import dev.gill.model.LeftOut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A parsed document.
 *
 * @param title as the document itself gives it
 * @param author as the document itself gives it
 * @param written when it was written, as the document itself says
 * @param text the canonical text: readable, without markup noise; what offsets count in and quotes
 *     are cut from
 * @param blocks its structure, in order
 * @param anchors where its text stands in the original, ascending by offset
 * @param leftOut what the original holds and the text does not
 */
public record Document(
    Optional<String> title,
    Optional<String> author,
    Optional<Instant> written,
    String text,
    List<Headed> blocks,
    List<Anchor> anchors,
    List<LeftOut> leftOut) {
  public Document {
    blocks = List.copyOf(blocks);
    anchors = List.copyOf(anchors);
    leftOut = List.copyOf(leftOut);
  }
}
