package dev.gill.sync;

import dev.gill.index.DocHead;
import dev.gill.model.Chunk;
import java.time.Instant;
import java.util.List;

/** A document that is parsed and cut, and waits for its vectors. */
record Draft(DocHead head, String text, List<Chunk> chunks, Instant begun) {
  Draft {
    chunks = List.copyOf(chunks);
  }
}
