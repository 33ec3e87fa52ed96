package dev.gill.app.house;

import dev.gill.index.ForwardingSnapshot;
import dev.gill.index.Snapshot;
import java.util.concurrent.atomic.AtomicBoolean;

/** A snapshot whose index is held until it is closed. */
final class HeldSnapshot extends ForwardingSnapshot {
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  HeldSnapshot(Snapshot snapshot, Runnable release) {
    super(snapshot);
    this.release = release;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        super.close();
      } finally {
        release.run();
      }
    }
  }
}
