package dev.gill.index;

import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.DocumentText;
import java.util.List;

/**
 * A document as the index holds it.
 *
 * @param text the canonical text
 * @param chunks in order of their start
 */
public record StoredDocument(DocHead head, String text, List<Chunk> chunks) {
  public StoredDocument {
    chunks = List.copyOf(chunks);
  }

  /** The structure of the text, in order. */
  public List<Block> blocks() {
    return new DocumentText(text, chunks).blocks();
  }
}
