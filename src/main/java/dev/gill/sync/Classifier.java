package dev.gill.sync;

import dev.gill.index.DocHead;
import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.sync.Drafter.Failed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the last word of a batch on each document with the index: which documents are to be
 * read, which are gone, which fail. What is unchanged falls through.
 */
final class Classifier {
  private final SourceId source;
  private final Snapshot index;
  private final Drafter drafter;
  private final InstantSource clock;
  private Optional<Map<DocId, Failure>> failing = Optional.empty();

  Classifier(SourceId source, Snapshot index, Drafter drafter, InstantSource clock) {
    this.source = source;
    this.index = index;
    this.drafter = drafter;
    this.clock = clock;
  }

  /**
   * @throws IllegalArgumentException if the batch reports on another source's document
   */
  PendingBatch classify(Batch batch) {
    Map<DocId, Change> last = new LinkedHashMap<>();
    Map<Scope, Set<DocId>> living = new HashMap<>();
    for (Change change : batch.changes()) {
      switch (change) {
        case Change.Upserted upserted -> keep(last, upserted.doc(), change);
        case Change.Deleted deleted -> keep(last, deleted.doc(), change);
        case Change.Unreadable unreadable -> keep(last, unreadable.doc(), change);
        case Change.Remaining remaining -> living.put(own(remaining.scope()), remaining.living());
      }
    }
    List<Change.Upserted> changed = new ArrayList<>();
    List<Failed> failed = new ArrayList<>();
    Map<DocId, Scope> gone = new HashMap<>();
    for (Change change : last.values()) {
      switch (change) {
        case Change.Upserted upserted when isNews(upserted) -> changed.add(upserted);
        case Change.Upserted _, Change.Remaining _ -> {}
        case Change.Deleted(DocId doc) -> scope(doc).ifPresent(scope -> gone.put(doc, scope));
        case Change.Unreadable unreadable -> failed.add(failed(unreadable));
      }
    }
    living.forEach((scope, there) -> gone.putAll(others(scope, there, last.keySet())));
    batch.rights().audiences().keySet().forEach(this::own);
    return new PendingBatch(last.keySet(), changed, failed, gone, batch.rights());
  }

  private Scope own(Scope scope) {
    if (!scope.source().equals(source)) {
      throw new IllegalArgumentException(
          "source %s reported %s, which is not its own".formatted(source, scope));
    }
    return scope;
  }

  private void keep(Map<DocId, Change> last, DocId doc, Change change) {
    if (!doc.source().equals(source)) {
      throw new IllegalArgumentException(
          "source %s reported %s, which is not its own".formatted(source, doc));
    }
    last.remove(doc);
    last.put(doc, change);
  }

  private boolean isNews(Change.Upserted change) {
    Optional<DocHead> known = index.head(change.doc());
    if (known.isEmpty()) {
      return !isWordless(change);
    }
    return !known.get().revision().equals(change.revision())
        || !known.get().recipe().equals(drafter.recipe(change));
  }

  /** Whether it was read like this before and held no words; reading it again takes long. */
  private boolean isWordless(Change.Upserted change) {
    Failure before = failing().get(change.doc());
    return before != null
        && before.stage() == Failure.Stage.WORDLESS
        && before.revision().equals(change.revision())
        && before.recipe().equals(drafter.recipe(change));
  }

  private Failed failed(Change.Unreadable change) {
    Failure failure =
        new Failure(
            change.doc(),
            "",
            Failure.Stage.READ,
            change.cause(),
            change.scope(),
            clock.instant(),
            "");
    return new Failed(failure, Duration.ZERO);
  }

  /** What the index holds of a scope although neither the list nor the batch has it. */
  private Map<DocId, Scope> others(Scope scope, Set<DocId> living, Set<DocId> reported) {
    Map<DocId, Scope> gone = new HashMap<>();
    index.documents(scope).forEach(doc -> gone.put(doc, scope));
    failing().values().stream()
        .filter(failure -> failure.scope().equals(scope))
        .forEach(failure -> gone.put(failure.doc(), scope));
    gone.keySet().removeAll(living);
    gone.keySet().removeAll(reported);
    return gone;
  }

  /** Who might know of a document and so may hear that it is gone; empty if nobody knows of it. */
  private Optional<Scope> scope(DocId doc) {
    return index
        .head(doc)
        .map(DocHead::scope)
        .or(() -> Optional.ofNullable(failing().get(doc)).map(Failure::scope));
  }

  /** The documents that the index holds as failures. */
  private Map<DocId, Failure> failing() {
    if (failing.isEmpty()) {
      failing =
          Optional.of(
              index.ledger(source).failures().stream()
                  .collect(Collectors.toMap(Failure::doc, failure -> failure)));
    }
    return failing.get();
  }
}
