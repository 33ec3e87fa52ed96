package dev.gill.lab.eval;

import dev.gill.index.DocHead;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexQuery;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.StoredDocument;
import dev.gill.model.Access;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A snapshot that finds nothing of some documents. */
final class WithheldSnapshot implements Snapshot {
  /** Chunks of a withheld document that may stand among the first; few documents have as many. */
  private static final int MARGIN = 50;

  private final Snapshot snapshot;
  private final Set<DocId> withheld;

  WithheldSnapshot(Snapshot snapshot, Set<DocId> withheld) {
    this.snapshot = snapshot;
    this.withheld = withheld;
  }

  @Override
  public List<Hit> search(IndexQuery query, Filter filter, int k) {
    return snapshot.search(query, filter, k + MARGIN * withheld.size()).stream()
        .filter(hit -> !withheld.contains(hit.passage().doc()))
        .limit(k)
        .toList();
  }

  @Override
  public Map<String, Double> termWeights(String text) {
    return snapshot.termWeights(text);
  }

  @Override
  public Set<String> terms(String text) {
    return snapshot.terms(text);
  }

  @Override
  public Optional<DocHead> head(DocId doc) {
    return withheld.contains(doc) ? Optional.empty() : snapshot.head(doc);
  }

  @Override
  public Optional<StoredDocument> document(DocId doc) {
    return withheld.contains(doc) ? Optional.empty() : snapshot.document(doc);
  }

  @Override
  public Map<Fingerprint, float[]> vectors(Space space, Set<Fingerprint> wanted) {
    return snapshot.vectors(space, wanted);
  }

  @Override
  public List<DocId> documents(SourceId source) {
    return snapshot.documents(source).stream().filter(doc -> !withheld.contains(doc)).toList();
  }

  @Override
  public List<DocId> documents(Scope scope) {
    return snapshot.documents(scope).stream().filter(doc -> !withheld.contains(doc)).toList();
  }

  @Override
  public SourceLedger ledger(SourceId source) {
    return snapshot.ledger(source);
  }

  @Override
  public Set<SourceId> sources() {
    return snapshot.sources();
  }

  @Override
  public Access access() {
    return snapshot.access();
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
