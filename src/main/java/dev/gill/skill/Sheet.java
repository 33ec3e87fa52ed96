package dev.gill.skill;

import dev.gill.index.DocHead;
import dev.gill.model.Chunk;
import java.util.List;

/**
 * What a skill quotes of one document.
 *
 * @param chunks in their order in the document; never empty
 * @param whole whether that is all of it
 */
record Sheet(DocHead head, List<Chunk> chunks, boolean whole) {
  Sheet {
    chunks = List.copyOf(chunks);
  }
}
