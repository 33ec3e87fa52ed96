package dev.gill.model;

import java.util.Objects;

/** A chunk together with the document revision that it stands in. */
public record Passage(DocId doc, String revision, Origin origin, Chunk chunk) {
  public Passage {
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(chunk, "chunk");
  }

  /** Where the text at an offset of the canonical text stands. */
  public Locator locate(int offset) {
    return Locator.of(origin, chunk.headings(), Anchor.locate(chunk.anchors(), offset));
  }
}
