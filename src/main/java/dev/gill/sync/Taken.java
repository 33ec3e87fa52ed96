package dev.gill.sync;

import dev.gill.index.Changeset;
import dev.gill.index.DocWrite;
import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

  /** The same, bringing the source to this checkpoint. */
  Taken upTo(Checkpoint checkpoint) {
    Changeset moving =
        new Changeset(
            changeset.source(),
            changeset.writes(),
            changeset.deletes(),
            changeset.failures(),
            changeset.rights(),
            Optional.of(checkpoint));
    return new Taken(moving, breaths, embedded, reused);
  }

  /** The same without what concerns these documents: a later page has told of them already. */
  Taken without(Set<DocId> overtaken) {
    return overtaken.isEmpty() ? this : only(doc -> !overtaken.contains(doc), embedded, reused);
  }

  /**
   * Parts that can be written one after the other, so that no write is long: of so many chunks, or
   * of one document that has more. What deletes or fails is left whole, since a text may move.
   */
  List<Taken> parts(int chunks) {
    List<Taken> parts = new ArrayList<>();
    if (changeset.deletes().isEmpty() && changeset.failures().isEmpty()) {
      Set<DocId> part = new HashSet<>();
      int size = 0;
      for (DocWrite write : changeset.writes()) {
        if (!part.isEmpty() && size + write.chunks().size() > chunks) {
          parts.add(only(Set.copyOf(part)::contains, 0, 0));
          part.clear();
          size = 0;
        }
        part.add(write.head().id());
        size += write.chunks().size();
      }
      parts.add(only(Set.copyOf(part)::contains, embedded, reused));
      return parts;
    }
    return List.of(this);
  }

  private Taken only(Predicate<DocId> wanted, int embedded, int reused) {
    List<DocWrite> writes = new ArrayList<>(changeset.writes());
    writes.removeIf(write -> !wanted.test(write.head().id()));
    Set<DocId> deletes = new HashSet<>(changeset.deletes());
    deletes.removeIf(wanted.negate());
    List<Failure> failures = new ArrayList<>(changeset.failures());
    failures.removeIf(failure -> !wanted.test(failure.doc()));
    List<Breath> told = new ArrayList<>(breaths);
    told.removeIf(breath -> !wanted.test(breath.doc()));
    Changeset less =
        new Changeset(
            changeset.source(),
            writes,
            deletes,
            failures,
            changeset.rights(),
            changeset.checkpoint());
    return new Taken(less, told, embedded, reused);
  }
}
