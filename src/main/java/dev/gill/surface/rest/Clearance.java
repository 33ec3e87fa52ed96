package dev.gill.surface.rest;

import dev.gill.index.Extent;
import dev.gill.index.Filter;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.Set;

/**
 * What somebody may know of sources: what concerns single documents by their scopes, and what
 * concerns a source as a whole, such as how much is still to come, only if they may read all of it.
 */
final class Clearance {
  private final Snapshot snapshot;
  private final Reader reader;
  private final Set<Scope> readable;

  /** As of a snapshot, which stays open as long as this is asked. */
  Clearance(Snapshot snapshot, Reader reader) {
    this.snapshot = snapshot;
    this.reader = reader;
    this.readable = snapshot.access().scopes(reader);
  }

  /** Whether they may read what lies in a scope. */
  boolean reads(Scope scope) {
    return readable.contains(scope);
  }

  /** How much of a source they may read. */
  Extent extent(SourceId source) {
    return snapshot.extent(new Filter(reader, Set.of(source)));
  }

  /**
   * Whether they may read all that a source has. A scope that nobody may read is not among those
   * whose audience is known, so what the index holds is counted as well.
   */
  boolean readsAll(SourceId source) {
    Set<Scope> known = snapshot.access().of(source).audiences().keySet();
    if (known.isEmpty() || !readable.containsAll(known)) {
      return false;
    }
    SourceLedger ledger = snapshot.ledger(source);
    return ledger.documents() == extent(source).documents()
        && ledger.failures().stream().allMatch(failure -> reads(failure.scope()));
  }

  /** Whether they may read all that these sources have. */
  boolean readsAll(Set<SourceId> sources) {
    return sources.stream().allMatch(this::readsAll);
  }
}
