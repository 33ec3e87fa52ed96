package dev.gill.app;

import dev.gill.gaps.Watch;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Has a watch look from time to time, on a thread of its own. */
final class WatchLoop implements AutoCloseable {
  private final Watch watch;
  private final Duration every;
  private final Thread thread;
  private boolean ending;

  WatchLoop(Watch watch, Duration every) {
    this.watch = watch;
    this.every = every;
    this.thread = Thread.ofPlatform().daemon().name("gill-watch").unstarted(this::run);
  }

  WatchLoop start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      while (pause()) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      watch.look();
    } catch (RuntimeException e) {
      System.getLogger(WatchLoop.class.getName())
          .log(Level.WARNING, "What is asked in vain could not be looked at.", e);
    }
  }

  /** False at the end. */
  private synchronized boolean pause() throws InterruptedException {
    long end = System.nanoTime() + every.toNanos();
    while (!ending && System.nanoTime() < end) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    return !ending;
  }

  @Override
  public synchronized void close() {
    ending = true;
    notifyAll();
  }
}
