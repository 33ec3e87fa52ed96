package dev.gill.sync;

import dev.gill.source.Source;
import java.util.concurrent.TimeUnit;

/** Polls one source on its schedule, and at once when it signals or is asked to. */
final class SourceLoop implements Runnable {
  private final Source source;
  private final SourceWorker worker;
  private boolean signalled;
  private boolean requested;

  SourceLoop(Source source, SourceWorker worker) {
    this.source = source;
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
        rest(worker.breathe());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void rest(Rest rest) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(rest.pause());
    long left = end - System.nanoTime();
    while (left > 0 && !endsEarly(rest.until())) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    signalled = false;
    requested = false;
  }

  private boolean endsEarly(Rest.Until until) {
    return switch (until) {
      case SIGNAL -> signalled || requested;
      case REQUEST -> requested;
      case OVER -> false;
    };
  }
}
