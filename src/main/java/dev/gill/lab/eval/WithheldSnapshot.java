package dev.gill.lab.eval;

import dev.gill.index.DocHead;
import dev.gill.index.Filter;
import dev.gill.index.ForwardingSnapshot;
import dev.gill.index.Hit;
import dev.gill.index.IndexQuery;
import dev.gill.index.Section;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A snapshot that finds nothing of some documents. */
final class WithheldSnapshot extends ForwardingSnapshot {
  /** Chunks of a withheld document that may stand among the first; few documents have as many. */
  private static final int MARGIN = 50;

  private final Set<DocId> withheld;

  WithheldSnapshot(Snapshot snapshot, Set<DocId> withheld) {
    super(snapshot);
    this.withheld = withheld;
  }

  @Override
  public List<Hit> search(IndexQuery query, Filter filter, int k) {
    return super.search(query, filter, k + MARGIN * withheld.size()).stream()
        .filter(hit -> !withheld.contains(hit.passage().doc()))
        .limit(k)
        .toList();
  }

  @Override
  public List<DocHead> latest(Filter filter, int k) {
    return super.latest(filter, k + withheld.size()).stream()
        .filter(head -> !withheld.contains(head.id()))
        .limit(k)
        .toList();
  }

  @Override
  public List<Section> sections(String typed, Filter filter, int k) {
    return super.sections(typed, filter, k + MARGIN * withheld.size()).stream()
        .filter(section -> !withheld.contains(section.head().id()))
        .limit(k)
        .toList();
  }

  @Override
  public Optional<DocHead> head(DocId doc) {
    return withheld.contains(doc) ? Optional.empty() : super.head(doc);
  }

  @Override
  public Optional<StoredDocument> document(DocId doc) {
    return withheld.contains(doc) ? Optional.empty() : super.document(doc);
  }

  @Override
  public List<DocId> documents(SourceId source) {
    return remaining(super.documents(source));
  }

  @Override
  public List<DocId> documents(Scope scope) {
    return remaining(super.documents(scope));
  }

  private List<DocId> remaining(List<DocId> documents) {
    return documents.stream().filter(doc -> !withheld.contains(doc)).toList();
  }
}
