package dev.gill.sync;

import dev.gill.source.Source;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Polls one source on its schedule, and at once when it signals or is asked to. */
final class SourceLoop implements Runnable {
  private final Source source;
  private final SourceWorker worker;
  private final Semaphore wake = new Semaphore(0);

  SourceLoop(Source source, SourceWorker worker) {
    this.source = source;
    this.worker = worker;
  }

  void wake() {
    wake.release();
  }

  /** Runs until its thread is interrupted. */
  @Override
  public void run() {
    source.onSignal(this::wake);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Duration pause = worker.breathe();
        wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
