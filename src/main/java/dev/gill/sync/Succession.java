package dev.gill.sync;

import dev.gill.index.DocHead;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.SourceId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says how far an index is that is to replace another one, while both follow the same sources.
 *
 * @param former what follows them into the index in use
 * @param next what follows them into the new one
 */
public record Succession(
    Breathing former, IndexEngine formerIndex, Breathing next, IndexEngine nextIndex) {
  /** How many documents each index holds. */
  public record Progress(long documents, long ofAbout) {}

  /** How far it is. */
  public Progress progress() {
    try (Snapshot old = formerIndex.snapshot();
        Snapshot young = nextIndex.snapshot()) {
      long documents = 0;
      long ofAbout = 0;
      for (SourceId source : next.followed()) {
        long there = young.ledger(source).documents();
        documents += there;
        ofAbout += Math.max(there, old.ledger(source).documents());
      }
      return new Progress(documents, ofAbout);
    }
  }

  /**
   * The sources that the new index waits for: all of which it has not taken in everything once. One
   * that cannot be read is waited for only if the index in use holds documents of it.
   */
  public Set<SourceId> awaited() {
    Set<SourceId> unread = new TreeSet<>();
    try (Snapshot old = formerIndex.snapshot()) {
      for (SourceStatus status : next.sources()) {
        SourceId source = status.source();
        boolean down = status.trouble().isPresent() && old.ledger(source).documents() == 0;
        if (!next.wasInStep(source) && !down) {
          unread.add(source);
        }
      }
    }
    return unread;
  }

  /**
   * Whether the new index can replace the other one: nothing is awaited, and what was taken into
   * the one in use lately is in the new one, too, so that no answer goes back to an older text, and
   * nobody reads again what was shut to them.
   */
  public boolean isDue() {
    return awaited().isEmpty() && holdsLatest() && holdsRights();
  }

  private boolean holdsRights() {
    try (Snapshot old = formerIndex.snapshot();
        Snapshot young = nextIndex.snapshot()) {
      return young.access().agreesWith(old.access());
    }
  }

  private boolean holdsLatest() {
    Set<DocId> lately = former.breaths().stream().map(Breath::doc).collect(Collectors.toSet());
    try (Snapshot old = formerIndex.snapshot();
        Snapshot young = nextIndex.snapshot()) {
      return lately.stream().allMatch(doc -> sameRevision(doc, old, young) || fails(doc, young));
    }
  }

  private static boolean sameRevision(DocId doc, Snapshot old, Snapshot young) {
    return revision(old, doc).equals(revision(young, doc));
  }

  private static Optional<String> revision(Snapshot index, DocId doc) {
    return index.head(doc).map(DocHead::revision);
  }

  private static boolean fails(DocId doc, Snapshot index) {
    return index.ledger(doc.source()).failures().stream().map(Failure::doc).anyMatch(doc::equals);
  }
}
