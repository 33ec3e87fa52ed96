package dev.gill.index;

import dev.gill.model.Access;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.SourceId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that the in-memory engine holds at one moment. Never changed: a commit makes a new one. */
record MemoryState(
    SortedMap<DocId, DocWrite> documents,
    SortedMap<DocId, Failure> failures,
    SortedMap<SourceId, SourceLedger.Checkpoint> checkpoints,
    Access access) {
  static final MemoryState EMPTY =
      new MemoryState(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Access.none());

  MemoryState {
    documents = Collections.unmodifiableSortedMap(documents);
    failures = Collections.unmodifiableSortedMap(failures);
    checkpoints = Collections.unmodifiableSortedMap(checkpoints);
  }

  /** What a changeset makes of this. */
  MemoryState with(Changeset changes) {
    var newDocuments = new TreeMap<>(documents);
    var newFailures = new TreeMap<>(failures);
    for (DocId gone : changes.deletes()) {
      newDocuments.remove(gone);
      newFailures.remove(gone);
    }
    for (Failure failure : changes.failures()) {
      newDocuments.remove(failure.doc());
      newFailures.put(failure.doc(), failure);
    }
    for (DocWrite write : changes.writes()) {
      newDocuments.put(write.head().id(), write);
      newFailures.remove(write.head().id());
    }
    var newCheckpoints = new TreeMap<>(checkpoints);
    changes.checkpoint().ifPresent(checkpoint -> newCheckpoints.put(changes.source(), checkpoint));
    return new MemoryState(
        newDocuments, newFailures, newCheckpoints, access.with(changes.source(), changes.rights()));
  }

  /** The same without all that these sources left. */
  MemoryState without(Set<SourceId> sources) {
    var newDocuments = new TreeMap<>(documents);
    newDocuments.keySet().removeIf(doc -> sources.contains(doc.source()));
    var newFailures = new TreeMap<>(failures);
    newFailures.keySet().removeIf(doc -> sources.contains(doc.source()));
    var newCheckpoints = new TreeMap<>(checkpoints);
    newCheckpoints.keySet().removeAll(sources);
    return new MemoryState(newDocuments, newFailures, newCheckpoints, access.without(sources));
  }
}
