package dev.gill.lab;

import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import java.util.Set;

/** Looks on at a replay. */
public interface Onlooker {
  /** Looks at nothing. */
  Onlooker NOBODY = (changed, now) -> {};

  /**
   * A commit was taken in; the time that this takes is not the replay's.
   *
   * @param changed the documents that came or changed
   * @param now the index with all of it; good until this returns
   */
  void taken(Set<DocId> changed, Snapshot now) throws InterruptedException;
}
