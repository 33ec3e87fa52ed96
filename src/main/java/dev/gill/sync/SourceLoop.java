package dev.gill.sync;

import dev.gill.index.SourceLedger;
import dev.gill.source.Source;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Follows one source: on its schedule, and at once when it signals or is asked to. */
final class SourceLoop implements Runnable, AutoCloseable {
  private final Source source;
  private final SourceHealth health;
  private final SourceWorker worker;
  private boolean signalled;
  private boolean requested;

  /** Takes the source over. */
  SourceLoop(Source source, SourceHealth health, SourceWorker worker) {
    this.source = source;
    this.health = health;
    this.worker = worker;
  }

  /** Somebody wants to see the source's present state. */
  synchronized void lookNow() {
    requested = true;
    notifyAll();
  }

  private synchronized void signal() {
    signalled = true;
    notifyAll();
  }

  /** Runs until its thread is interrupted. */
  @Override
  public void run() {
    source.onSignal(this::signal);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        pause(worker.breathe());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes in all that the source reports now, on the calling thread. */
  void breatheOnce() throws InterruptedException {
    worker.breathe();
  }

  /** Has the thread that runs this loop end, but not in the middle of a commit. */
  void interrupt(Thread thread) {
    worker.interrupt(thread);
  }

  SourceStatus status(SourceLedger ledger, Instant now) {
    return health.status(ledger, source.passedOver(), now);
  }

  /** When the source was in step last since Gill started. */
  Optional<Instant> inStepAt() {
    return health.inStepAt();
  }

  /** Closes the source. */
  @Override
  public void close() {
    source.close();
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
}
