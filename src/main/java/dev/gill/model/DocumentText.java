package dev.gill.model;

import java.util.List;
import java.util.Objects;

/**
 * What a whole document says.
 *
 * @param text the canonical text
 * @param chunks in order of their start
 */
public record DocumentText(String text, List<Chunk> chunks) {
  public DocumentText {
    Objects.requireNonNull(text, "text");
    chunks = List.copyOf(chunks);
  }

  /** The structure of the text, in order. */
  public List<Block> blocks() {
    return chunks.stream().flatMap(chunk -> chunk.blocks().stream()).distinct().toList();
  }
}
