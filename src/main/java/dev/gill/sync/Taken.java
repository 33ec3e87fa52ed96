package dev.gill.sync;

import dev.gill.index.Changeset;
import java.util.List;

/**
 * What a page of changes comes to.
 *
 * @param changeset empty of changes if nothing needs to be written but perhaps the cursor
 * @param breaths one for each document that changes; {@code took} counts until now and is completed
 *     once they can be found
 * @param embedded how many texts had to be embedded
 * @param reused how many chunks had a vector already
 */
record Taken(Changeset changeset, List<Breath> breaths, int embedded, int reused) {
  Taken {
    breaths = List.copyOf(breaths);
  }

  boolean changesNothing() {
    return changeset.writes().isEmpty()
        && changeset.deletes().isEmpty()
        && changeset.failures().isEmpty();
  }
}
