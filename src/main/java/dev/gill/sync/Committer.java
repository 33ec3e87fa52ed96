package dev.gill.sync;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Writes parts of batches, and announces what can be found from then on. */
final class Committer {
  private final IndexEngine engine;
  private final SourceHealth health;
  private final Consumer<Breath> feed;
  private final InstantSource clock;
  private final Object committing = new Object();

  Committer(IndexEngine engine, SourceHealth health, Consumer<Breath> feed, InstantSource clock) {
    this.engine = engine;
    this.health = health;
    this.feed = feed;
    this.clock = clock;
  }

  /** What of these rights the index does not know yet. */
  Rights news(SourceId source, Rights reported) {
    try (Snapshot index = engine.snapshot()) {
      return index.access().news(source, reported);
    }
  }

  /**
   * Takes away at once what these rights take away; what they give comes with the documents.
   *
   * @throws dev.gill.index.IndexException if it could not be made durable
   * @throws InterruptedException if the thread is asked to stop before it begins
   */
  void narrow(SourceId source, Rights reported) throws InterruptedException {
    Rights narrowed;
    try (Snapshot index = engine.snapshot()) {
      narrowed = index.access().narrowed(source, reported);
    }
    if (!narrowed.isEmpty()) {
      write(Changeset.of(source, narrowed));
    }
  }

  /**
   * @throws dev.gill.index.IndexException if it could not be made durable
   * @throws InterruptedException if the thread is asked to stop before it begins
   */
  void commit(Part part) throws InterruptedException {
    Instant begun = clock.instant();
    write(part.changeset());
    Instant now = clock.instant();
    health.took(part);
    part.foundAt(now, Duration.between(begun, now)).forEach(feed);
  }

  private void write(Changeset changeset) throws InterruptedException {
    synchronized (committing) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      engine.commit(changeset);
    }
  }

  /**
   * Asks the thread that commits to stop, but not in the middle of a commit: interrupted I/O breaks
   * an index.
   */
  void interrupt(Thread thread) {
    synchronized (committing) {
      thread.interrupt();
    }
  }
}
