package dev.gill.sync;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexUnavailableException;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.Rights;
import dev.gill.model.Traffic;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the index in step with one source: on its schedule, and at once when it signals or somebody
 * asks. One thread at a time.
 */
final class SourceLoop implements Runnable, AutoCloseable {
  private static final Logger LOG = System.getLogger(SourceLoop.class.getName());

  private final Source source;
  private final Duration every;
  private final Supplier<Optional<Traffic>> traffic;
  private final IndexEngine engine;
  private final Intake intake;
  private final SourceHealth health;
  private final Committer committer;
  private final InstantSource clock;
  private final PassedOverLog passedOver = new PassedOverLog();
  private int failures;
  private boolean signalled;
  private boolean requested;

  /** Takes the source over. Every breath goes to {@code feed}, on the thread that took it. */
  SourceLoop(
      Followed followed,
      IndexEngine engine,
      Intake intake,
      Consumer<Breath> feed,
      InstantSource clock) {
    this.source = followed.source();
    this.every = followed.every();
    this.traffic = followed.traffic();
    this.engine = engine;
    this.intake = intake;
    this.health =
        new SourceHealth(
            source.id(),
            followed.type(),
            source.location(),
            source::describe,
            every,
            clock.instant());
    this.committer = new Committer(engine, health, feed, clock);
    this.clock = clock;
  }

  /** Somebody wants to see the source's present state. */
  synchronized void lookNow() {
    requested = true;
    notifyAll();
  }

  void hook(byte[] body) {
    source.onHook(body);
  }

  private synchronized void signal() {
    signalled = true;
    notifyAll();
  }

  void applyConfiguredRights() {
    Rights news = committer.news(source.id(), source.rights());
    if (!news.isEmpty()) {
      engine.commit(Changeset.of(source.id(), news));
    }
  }

  /** Runs until its thread is interrupted. */
  @Override
  public void run() {
    source.onSignal(this::signal);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        pause(breathe());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes in all that the source reports now. Returns how long to leave it alone then. */
  Pause breathe() throws InterruptedException {
    Instant begun = clock.instant();
    try {
      boolean more;
      do {
        more = takeIn(begun);
      } while (more);
      failures = 0;
      health.inStep(begun, clock.instant());
      intake.inStep(source.id());
      passedOver.log(source.passedOver());
      return Pause.onSchedule(every);
    } catch (SourceException.Busy e) {
      return failed(e, Pause.asAskedFor(e.retryAfter()));
    } catch (SourceException | RuntimeException | Error e) {
      return failed(e, Pause.afterFailures(failures + 1));
    }
  }

  /** Takes in one batch, and says whether another one waits. */
  private boolean takeIn(Instant begun) throws SourceException, InterruptedException {
    Optional<Checkpoint> before;
    try (Snapshot index = engine.snapshot()) {
      before = index.ledger(source.id()).checkpoint();
    }
    try (Pipeline pipeline =
        new Pipeline(source, intake, committer, health, clock, before, begun)) {
      Batch last = pipeline.run();
      health.left(last.remaining());
      return last.more();
    }
  }

  private Pause failed(Throwable e, Pause pause) {
    failures++;
    String why = e.getMessage() == null || e instanceof Error ? e.toString() : e.getMessage();
    long seconds = pause.length().toSeconds();
    if (e instanceof SourceException || e instanceof IndexUnavailableException || failures > 1) {
      LOG.log(
          Level.WARNING,
          () -> "Source %s: %s Next try in %d s.".formatted(source.id(), why, seconds));
    } else {
      LOG.log(
          Level.ERROR,
          () ->
              "Source %s: taking in a page failed. Next try in %d s."
                  .formatted(source.id(), seconds),
          e);
    }
    Instant now = clock.instant();
    health.failed(why, now, now.plus(pause.length()));
    return pause;
  }

  private synchronized void pause(Pause pause) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(pause.length());
    long left = end - System.nanoTime();
    while (left > 0 && !endsEarly(pause.until())) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    signalled = false;
    requested = false;
  }

  private boolean endsEarly(Pause.Until until) {
    return switch (until) {
      case SIGNAL -> signalled || requested;
      case REQUEST -> requested;
      case OVER -> false;
    };
  }

  SourceStatus status(SourceLedger ledger, Instant now) {
    return health.status(ledger, traffic.get(), source.nextTries(), source.passedOver(), now);
  }

  /** When the source was in step last since Gill started. */
  Optional<Instant> inStepAt() {
    return health.inStepAt();
  }

  /** Has the thread that runs this loop end, but not in the middle of a commit. */
  void interrupt(Thread thread) {
    committer.interrupt(thread);
  }

  /** Closes the source. */
  @Override
  public void close() {
    source.close();
  }
}
