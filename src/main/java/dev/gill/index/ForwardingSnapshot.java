package dev.gill.index;

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

/** A snapshot that has another one do all; subclasses say what they do otherwise. */
public abstract class ForwardingSnapshot implements Snapshot {
  private final Snapshot snapshot;

  /** Forwards to that one. */
  protected ForwardingSnapshot(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public List<Hit> search(IndexQuery query, Filter filter, int k) {
    return snapshot.search(query, filter, k);
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
    return snapshot.head(doc);
  }

  @Override
  public Optional<StoredDocument> document(DocId doc) {
    return snapshot.document(doc);
  }

  @Override
  public Map<Fingerprint, float[]> vectors(Space space, Set<Fingerprint> wanted) {
    return snapshot.vectors(space, wanted);
  }

  @Override
  public List<DocId> documents(SourceId source) {
    return snapshot.documents(source);
  }

  @Override
  public List<DocId> documents(Scope scope) {
    return snapshot.documents(scope);
  }

  @Override
  public List<DocHead> abridged(SourceId source) {
    return snapshot.abridged(source);
  }

  @Override
  public Extent extent(Filter filter) {
    return snapshot.extent(filter);
  }

  @Override
  public List<DocHead> latest(Filter filter, int k) {
    return snapshot.latest(filter, k);
  }

  @Override
  public List<DocHead> documents(Filter filter, Optional<DocId> after, int k) {
    return snapshot.documents(filter, after, k);
  }

  @Override
  public List<Section> sections(String typed, Filter filter, int k) {
    return snapshot.sections(typed, filter, k);
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
