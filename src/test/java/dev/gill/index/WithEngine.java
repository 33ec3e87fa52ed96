package dev.gill.index;

import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The engine of the test that runs, and what is visible in it now. */
interface WithEngine {
  IndexEngine engine();

  /** Waits until what was committed is visible, where that takes a moment. */
  default void awaitVisible() {}

  default void commit(Changes changes) {
    engine().commit(changes.upTo("any"));
    awaitVisible();
  }

  private <T> T now(Function<Snapshot, T> look) {
    awaitVisible();
    try (Snapshot snapshot = engine().snapshot()) {
      return look.apply(snapshot);
    }
  }

  default List<Hit> search(IndexQuery query, Filter filter, int k) {
    return now(index -> index.search(query, filter, k));
  }

  default List<String> latest(Filter filter, int k) {
    return now(index -> index.latest(filter, k).stream().map(head -> head.id().key()).toList());
  }

  default List<String> documents(Filter filter, Optional<DocId> after, int k) {
    return now(
        index -> index.documents(filter, after, k).stream().map(head -> head.id().key()).toList());
  }

  default Extent extent(Filter filter) {
    return now(index -> index.extent(filter));
  }

  default List<Section> sections(String typed, Filter filter, int k) {
    return now(index -> index.sections(typed, filter, k));
  }

  default Set<String> terms(String text) {
    return now(index -> index.terms(text));
  }

  default Map<String, Double> termWeights(String text) {
    return now(index -> index.termWeights(text));
  }

  default Optional<DocHead> head(DocId doc) {
    return now(index -> index.head(doc));
  }

  default Optional<StoredDocument> document(DocId doc) {
    return now(index -> index.document(doc));
  }

  default Map<Fingerprint, float[]> vectors(Space space, Set<Fingerprint> wanted) {
    return now(index -> index.vectors(space, wanted));
  }

  default List<DocId> documents(SourceId source) {
    return now(index -> index.documents(source));
  }

  default List<DocHead> abridged(SourceId source) {
    return now(index -> index.abridged(source));
  }

  default SourceLedger ledger(SourceId source) {
    return now(index -> index.ledger(source));
  }

  default Set<SourceId> sources() {
    return now(Snapshot::sources);
  }
}
