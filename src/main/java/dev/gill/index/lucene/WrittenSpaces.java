package dev.gill.index.lucene;

import dev.gill.index.Changeset;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.index.IndexException;
import dev.gill.model.Space;
import java.util.Set;

/** The spaces that chunks of an index may be embedded in. */
record WrittenSpaces(Set<Space> spaces) {
  WrittenSpaces {
    spaces = Set.copyOf(spaces);
  }

  /**
   * @throws IndexException if one has more dimensions than the index takes
   */
  static void requireFit(Set<Space> spaces) {
    for (Space space : spaces) {
      if (space.dimension() > VectorCodec.MAX_DIMENSION) {
        throw new IndexException(
            "the index takes vectors of up to %d numbers, and %s has more; use another model"
                .formatted(VectorCodec.MAX_DIMENSION, space));
      }
    }
  }

  /**
   * @param place where the index lies, for the message
   * @throws IndexException if a chunk is embedded in another space
   */
  void require(Changeset changes, Object place) {
    for (DocWrite write : changes.writes()) {
      for (Embedded embedded : write.chunks()) {
        if (!spaces.contains(embedded.space())) {
          throw new IndexException(
              "%s is embedded in %s, and the index in %s was opened for %s; restart Gill with one set of models"
                  .formatted(write.head().id(), embedded.space(), place, spaces));
        }
      }
    }
  }
}
