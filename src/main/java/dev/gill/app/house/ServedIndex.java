package dev.gill.app.house;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.Soundness;
import dev.gill.model.Check;
import dev.gill.model.SourceId;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The index that stands now. */
final class ServedIndex implements IndexEngine {
  private final Serving serving;
  private final BooleanSupplier mending;

  /**
   * @param mending whether another index is being built, so that what is wrong with this one will
   *     pass
   */
  ServedIndex(Serving serving, BooleanSupplier mending) {
    this.serving = serving;
    this.mending = mending;
  }

  @Override
  public Snapshot snapshot() {
    LiveIndex live = serving.hold();
    boolean taken = false;
    try {
      Snapshot snapshot = new HeldSnapshot(live.engine().snapshot(), live::release);
      taken = true;
      return snapshot;
    } finally {
      if (!taken) {
        live.release();
      }
    }
  }

  @Override
  public void commit(Changeset changes) {
    LiveIndex live = serving.hold();
    try {
      live.engine().commit(changes);
    } finally {
      live.release();
    }
  }

  @Override
  public void drop(Set<SourceId> sources) {
    LiveIndex live = serving.hold();
    try {
      live.engine().drop(sources);
    } finally {
      live.release();
    }
  }

  @Override
  public Check check() {
    return mending.getAsBoolean() ? new Check.Ok() : serving.present().engine().check();
  }

  @Override
  public Soundness inspect(boolean thoroughly) {
    LiveIndex live = serving.hold();
    try {
      return live.engine().inspect(thoroughly);
    } finally {
      live.release();
    }
  }

  /** It is closed with the house. */
  @Override
  public void close() {}
}
