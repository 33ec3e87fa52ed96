package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds documents for whoever asks. */
@Singleton
class ReadableDocuments {
  private final IndexEngine index;
  private final CurrentReader reader;

  @Inject
  ReadableDocuments(IndexEngine index, CurrentReader reader) {
    this.index = index;
    this.reader = reader;
  }

  /** A document by its written id; empty if there is none, or none that the reader may read. */
  Optional<StoredDocument> find(String id) {
    return parse(id).flatMap(this::readable);
  }

  private Optional<StoredDocument> readable(DocId id) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot
          .document(id)
          .filter(document -> snapshot.access().mayRead(reader.get(), document.head().scope()));
    }
  }

  private static Optional<DocId> parse(String id) {
    try {
      return Optional.of(DocId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
