package dev.gill.sync;

import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A page's changes with the last word for each document, and the documents that the source no
 * longer has.
 */
final class Page {
  private final SourceId source;
  private final Snapshot snapshot;
  private final Map<DocId, Change> byDocument = new LinkedHashMap<>();
  private Optional<Set<DocId>> living = Optional.empty();

  Page(SourceId source, List<Change> changes, Snapshot snapshot) {
    this.source = source;
    this.snapshot = snapshot;
    for (Change change : changes) {
      switch (change) {
        case Change.Upserted upserted -> last(upserted.doc(), change);
        case Change.Deleted deleted -> last(deleted.doc(), change);
        case Change.Unreadable unreadable -> last(unreadable.doc(), change);
        case Change.Remaining remaining -> living = Optional.of(remaining.living());
      }
    }
  }

  private void last(DocId doc, Change change) {
    if (!doc.source().equals(source)) {
      throw new IllegalArgumentException(
          "source %s told of %s, which is not its own".formatted(source, doc));
    }
    byDocument.remove(doc);
    byDocument.put(doc, change);
  }

  List<Change> changes() {
    return List.copyOf(byDocument.values());
  }

  /** What the index still holds of the source although the source says that it is not there. */
  Set<DocId> orphans() {
    Set<DocId> orphans = new HashSet<>();
    living.ifPresent(
        there -> {
          orphans.addAll(snapshot.documents(source));
          snapshot.ledger(source).failures().stream().map(Failure::doc).forEach(orphans::add);
          orphans.removeAll(there);
          orphans.removeAll(byDocument.keySet());
        });
    return orphans;
  }
}
