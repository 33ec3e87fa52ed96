package dev.gill.sync;

import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger.Mark;
import dev.gill.model.Cursor;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the index in step with one source, page by page; one thread at a time. */
final class SourceWorker {
  private static final Logger LOG = LoggerFactory.getLogger(SourceWorker.class);

  private final Source source;
  private final Duration every;
  private final IndexEngine engine;
  private final Intake intake;
  private final Vitals vitals;
  private final Consumer<Breath> feed;
  private final InstantSource clock;
  private final Object committing = new Object();
  private int failures;

  SourceWorker(
      Source source,
      Duration every,
      IndexEngine engine,
      Intake intake,
      Vitals vitals,
      Consumer<Breath> feed,
      InstantSource clock) {
    this.source = source;
    this.every = every;
    this.engine = engine;
    this.intake = intake;
    this.vitals = vitals;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * Takes in all that the source has to tell. Returns how long to leave it alone unless it signals.
   */
  Duration breathe() throws InterruptedException {
    try {
      Instant askedAt;
      boolean more;
      do {
        askedAt = clock.instant();
        vitals.asking(askedAt);
        more = takePage(askedAt);
      } while (more);
      failures = 0;
      vitals.inStep(askedAt, clock.instant().plus(every));
      return every;
    } catch (SourceException.Busy e) {
      return failed(e, e.retryAfter());
    } catch (SourceException | RuntimeException e) {
      return failed(e, Backoff.after(failures + 1));
    }
  }

  private boolean takePage(Instant askedAt) throws SourceException, InterruptedException {
    Optional<Cursor> stored = cursor();
    Batch batch = source.poll(stored);
    Taken taken = intake.take(source.id(), batch, askedAt);
    vitals.took(taken, batch.remaining());
    if (!taken.changesNothing() || !stored.equals(Optional.of(batch.next()))) {
      commit(taken);
      announce(taken.breaths());
    }
    return batch.more();
  }

  /**
   * Tells the thread that runs this worker to stop, but not in the middle of a commit: interrupted
   * I/O breaks an index.
   */
  void interrupt(Thread thread) {
    synchronized (committing) {
      thread.interrupt();
    }
  }

  private void commit(Taken taken) throws InterruptedException {
    synchronized (committing) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      engine.commit(taken.changeset());
    }
  }

  /**
   * The stored cursor, unless it was reached by other rules of parsing and chunking: then all is
   * told anew.
   */
  private Optional<Cursor> cursor() {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot
          .ledger(source.id())
          .mark()
          .filter(m -> m.recipe().equals(intake.rules()))
          .map(Mark::cursor);
    }
  }

  private void announce(List<Breath> breaths) {
    Instant now = clock.instant();
    for (Breath breath : breaths) {
      feed.accept(breath.foundAt(now));
    }
  }

  private Duration failed(Exception e, Duration pause) {
    failures++;
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (e instanceof SourceException) {
      LOG.warn("Source {}: {} Next try in {} s.", source.id(), why, pause.toSeconds());
    } else {
      LOG.error(
          "Source {}: taking in a page failed. Next try in {} s.",
          source.id(),
          pause.toSeconds(),
          e);
    }
    Instant now = clock.instant();
    vitals.failed(why, now, now.plus(pause));
    return pause;
  }
}
