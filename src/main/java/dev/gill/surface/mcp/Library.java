package dev.gill.surface.mcp;

import dev.gill.index.DocHead;
import dev.gill.index.Filter;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import dev.gill.model.Reader;
import dev.gill.model.Restriction;
import dev.gill.model.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The documents that somebody may read. */
@Singleton
class Library {
  private final IndexEngine index;

  @Inject
  Library(IndexEngine index) {
    this.index = index;
  }

  /** A document; empty if there is none, or none that the reader may read. */
  Optional<StoredDocument> find(DocId id, Reader reader) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot
          .document(id)
          .filter(document -> snapshot.access().mayRead(reader, document.head().scope()));
    }
  }

  /** The same without its text. */
  Optional<DocHead> head(DocId id, Reader reader) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot.head(id).filter(head -> snapshot.access().mayRead(reader, head.scope()));
    }
  }

  /** Those that were written last, the newest first. */
  List<DocHead> latest(Reader reader, Restriction restriction, int k) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot.latest(new Filter(reader, restriction), k);
    }
  }

  /** The scopes that somebody may read. */
  Set<Scope> scopes(Reader reader) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot.access().scopes(reader);
    }
  }

  /**
   * Documents in the order of their scopes and ids.
   *
   * @param after those that come after it; all if empty
   */
  List<DocHead> page(Reader reader, Optional<Place> after, int k) {
    List<DocHead> page = new ArrayList<>();
    try (Snapshot snapshot = index.snapshot()) {
      for (Scope scope : new TreeSet<>(snapshot.access().scopes(reader))) {
        int order = after.map(place -> scope.compareTo(place.scope())).orElse(1);
        if (order >= 0) {
          snapshot.documents(scope).stream()
              .filter(doc -> order > 0 || doc.compareTo(after.get().doc()) > 0)
              .limit(k - page.size())
              .forEach(doc -> snapshot.head(doc).ifPresent(page::add));
        }
        if (page.size() == k) {
          break;
        }
      }
    }
    return page;
  }

  /** Where a page of documents ended. */
  record Place(Scope scope, DocId doc) {}
}
