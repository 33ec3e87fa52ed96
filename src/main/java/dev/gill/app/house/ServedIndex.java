package dev.gill.app.house;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Check;
import dev.gill.model.SourceId;
import java.util.Set;

/** The index that stands now. */
final class ServedIndex implements IndexEngine {
  private final Serving serving;

  ServedIndex(Serving serving) {
    this.serving = serving;
  }

  @Override
  public Snapshot snapshot() {
    Standing standing = serving.hold();
    boolean taken = false;
    try {
      Snapshot snapshot = new HeldSnapshot(standing.engine().snapshot(), standing::release);
      taken = true;
      return snapshot;
    } finally {
      if (!taken) {
        standing.release();
      }
    }
  }

  @Override
  public void commit(Changeset changes) {
    Standing standing = serving.hold();
    try {
      standing.engine().commit(changes);
    } finally {
      standing.release();
    }
  }

  @Override
  public void drop(Set<SourceId> sources) {
    Standing standing = serving.hold();
    try {
      standing.engine().drop(sources);
    } finally {
      standing.release();
    }
  }

  @Override
  public Check check() {
    return serving.present().engine().check();
  }

  /** It is closed with the house. */
  @Override
  public void close() {}
}
