package dev.gill.index;

import dev.gill.model.Check;
import dev.gill.model.SourceId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The index in memory: the readable specification of an engine, for tests and for comparing with.
 * It searches by looking at everything, and keeps nothing when closed.
 */
public final class MemoryEngine implements IndexEngine {
  private final AtomicReference<MemoryChunks> present =
      new AtomicReference<>(new MemoryChunks(MemoryState.EMPTY));
  private volatile boolean closed;

  @Override
  public Snapshot snapshot() {
    requireOpen();
    return new MemorySnapshot(present.get());
  }

  @Override
  public void commit(Changeset changes) {
    requireOpen();
    present.updateAndGet(before -> new MemoryChunks(before.state().with(changes)));
  }

  @Override
  public void drop(Set<SourceId> sources) {
    requireOpen();
    present.updateAndGet(before -> new MemoryChunks(before.state().without(sources)));
  }

  @Override
  public Check check() {
    return closed ? new Check.Down("the index is closed; start Gill again") : new Check.Ok();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IndexException("the index is closed; start Gill again");
    }
  }
}
