package dev.gill.sync;

import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.Cursor;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings the index in step with one source, page by page; one thread at a time. */
final class SourceWorker {
  private static final Logger LOG = System.getLogger(SourceWorker.class.getName());

  private final Source source;
  private final Duration every;
  private final IndexEngine engine;
  private final Intake intake;
  private final SourceHealth health;
  private final Consumer<Breath> feed;
  private final InstantSource clock;
  private final Object committing = new Object();
  private final PassedOverLog passedOver = new PassedOverLog();
  private int failures;

  SourceWorker(
      Source source,
      Duration every,
      IndexEngine engine,
      Intake intake,
      SourceHealth health,
      Consumer<Breath> feed,
      InstantSource clock) {
    this.source = source;
    this.every = every;
    this.engine = engine;
    this.intake = intake;
    this.health = health;
    this.feed = feed;
    this.clock = clock;
  }

  /** Takes in all that the source has to tell. Returns how long to leave it alone then. */
  Pause breathe() throws InterruptedException {
    Instant begun = clock.instant();
    try {
      boolean more;
      do {
        more = takePage(begun);
      } while (more);
      failures = 0;
      health.inStep(begun, clock.instant().plus(every));
      intake.inStep(source.id());
      passedOver.tell(source.passedOver());
      return Pause.onSchedule(every);
    } catch (SourceException.Busy e) {
      return failed(e, Pause.asAskedFor(e.retryAfter()));
    } catch (SourceException | RuntimeException | Error e) {
      return failed(e, Pause.afterFailures(failures + 1));
    }
  }

  /**
   * A pass may be told over many pages; what was added to the source behind its back while it went
   * on is in none of them, so it brings the source in step as of its beginning.
   */
  private boolean takePage(Instant begun) throws SourceException, InterruptedException {
    Optional<Checkpoint> checkpoint = checkpoint();
    // A cursor that was reached by other rules of parsing and chunking holds for nothing now.
    Optional<Cursor> stored =
        checkpoint.filter(m -> m.recipe().equals(intake.rules())).map(Checkpoint::cursor);
    health.asking(clock.instant());
    Uptake uptake =
        new Uptake(source, intake, stored, () -> health.taking(clock.instant()), this::write);
    Taken last = uptake.allButTheLast();
    Batch told = uptake.latest();
    Instant inStepAt =
        told.more() ? checkpoint.map(Checkpoint::at).orElse(Checkpoint.NEVER) : begun;
    if (!last.changesNothing() || !stored.equals(Optional.of(told.next()))) {
      write(last.upTo(uptake.checkpoint(inStepAt)));
    } else {
      health.took(last);
    }
    health.left(told.remaining());
    return told.more();
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

  private void write(Taken taken) throws InterruptedException {
    synchronized (committing) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      engine.commit(taken.changeset());
    }
    health.took(taken);
    announce(taken.breaths());
  }

  private Optional<Checkpoint> checkpoint() {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.ledger(source.id()).checkpoint();
    }
  }

  private void announce(List<Breath> breaths) {
    Instant now = clock.instant();
    for (Breath breath : breaths) {
      feed.accept(breath.foundAt(now));
    }
  }

  private Pause failed(Throwable e, Pause pause) {
    failures++;
    String why = e.getMessage() == null || e instanceof Error ? e.toString() : e.getMessage();
    if (e instanceof SourceException || failures > 1) {
      LOG.log(
          Level.WARNING,
          () ->
              "Source %s: %s Next try in %d s."
                  .formatted(source.id(), why, pause.length().toSeconds()));
    } else {
      LOG.log(
          Level.ERROR,
          () ->
              "Source %s: taking in a page failed. Next try in %d s."
                  .formatted(source.id(), pause.length().toSeconds()),
          e);
    }
    Instant now = clock.instant();
    health.failed(why, now, now.plus(pause.length()));
    return pause;
  }
}
