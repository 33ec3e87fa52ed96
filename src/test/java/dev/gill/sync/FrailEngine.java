package dev.gill.sync;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Snapshot;
import dev.gill.model.Check;
import dev.gill.model.SourceId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An engine whose commits a test can watch, hold up and let fail. */
final class FrailEngine implements IndexEngine {
  private final IndexEngine engine;
  private final List<Changeset> commits = new CopyOnWriteArrayList<>();
  private volatile Consumer<Changeset> before = changes -> {};
  private volatile boolean broken;

  FrailEngine(IndexEngine engine) {
    this.engine = engine;
  }

  /** Runs before each commit, on its thread; if it throws, nothing is committed. */
  void before(Consumer<Changeset> hook) {
    this.before = hook;
  }

  void breakDown() {
    broken = true;
    before(
        changes -> {
          throw full();
        });
  }

  void mend() {
    broken = false;
    before(changes -> {});
  }

  /** All that was committed. */
  List<Changeset> commits() {
    return commits;
  }

  @Override
  public Snapshot snapshot() {
    return engine.snapshot();
  }

  @Override
  public void commit(Changeset changes) {
    before.accept(changes);
    engine.commit(changes);
    commits.add(changes);
  }

  @Override
  public void drop(Set<SourceId> sources) {
    if (broken) {
      throw full();
    }
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

  private static IndexException full() {
    return new IndexException("the disk is full; make room");
  }
}
