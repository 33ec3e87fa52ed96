package dev.gill.lab.eval;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Check;
import dev.gill.model.DocId;
import dev.gill.model.SourceId;
import java.util.Set;

/** An index that finds nothing of some of its documents; all else is as it is. */
final class WithheldEngine implements IndexEngine {
  private final IndexEngine engine;
  private final Set<DocId> withheld;

  WithheldEngine(IndexEngine engine, Set<DocId> withheld) {
    this.engine = engine;
    this.withheld = Set.copyOf(withheld);
  }

  @Override
  public Snapshot snapshot() {
    return new WithheldSnapshot(engine.snapshot(), withheld);
  }

  @Override
  public void commit(Changeset changes) {
    throw new UnsupportedOperationException("this index is only asked");
  }

  @Override
  public void drop(Set<SourceId> sources) {
    throw new UnsupportedOperationException("this index is only asked");
  }

  @Override
  public Check check() {
    return engine.check();
  }

  @Override
  public void close() {
    // whoever opened the engine closes it
  }
}
