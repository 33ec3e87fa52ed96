package dev.gill.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** A chunk together with the document revision that it stands in. */
public record Passage(DocId doc, String revision, Origin origin, Chunk chunk) {
  public Passage {
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(chunk, "chunk");
  }

  /** When the newest of it was written: the last of its messages, or the document's revision. */
  public Instant modified() {
    return chunk.anchors().stream()
        .flatMap(
            anchor ->
                anchor.place() instanceof Place.Message message
                    ? Stream.of(message.at())
                    : Stream.empty())
        .max(Comparator.naturalOrder())
        .orElse(origin.modified());
  }

  /** Where the text at an offset of the canonical text stands. */
  public Locator locate(int offset) {
    return Locator.of(origin, chunk.headings(), Anchor.locate(chunk.anchors(), offset));
  }
}
