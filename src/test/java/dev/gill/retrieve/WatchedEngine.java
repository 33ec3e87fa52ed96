package dev.gill.retrieve;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Check;
import dev.gill.model.SourceId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the snapshots of an engine that are opened and closed, and can make their searches fail.
 */
public final class WatchedEngine implements IndexEngine {
  private final IndexEngine engine;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private volatile Throwable thrown;

  public WatchedEngine(IndexEngine engine) {
    this.engine = engine;
  }

  /** From now on, searches throw this. */
  public void failWith(Throwable failure) {
    thrown = failure;
  }

  public int opened() {
    return opened.get();
  }

  public int closed() {
    return closed.get();
  }

  @Override
  public Snapshot snapshot() {
    Snapshot snapshot = engine.snapshot();
    opened.incrementAndGet();
    return (Snapshot)
        Proxy.newProxyInstance(
            Snapshot.class.getClassLoader(),
            new Class<?>[] {Snapshot.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                closed.incrementAndGet();
              }
              if (method.getName().equals("search") && thrown != null) {
                throw thrown;
              }
              try {
                return method.invoke(snapshot, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void commit(Changeset changes) {
    engine.commit(changes);
  }

  @Override
  public void drop(Set<SourceId> sources) {
    engine.drop(sources);
  }

  @Override
  public Check check() {
    return engine.check();
  }

  @Override
  public void close() {
    engine.close();
  }
}
