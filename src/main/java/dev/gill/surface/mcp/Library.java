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
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * Documents in the order of their ids.
   *
   * @param after those that come after it; all if empty
   */
  List<DocHead> page(Reader reader, Optional<DocId> after, int k) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot.documents(new Filter(reader, Restriction.none()), after, k);
    }
  }
}
