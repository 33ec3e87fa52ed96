package dev.gill.app.house;

import dev.gill.index.Soundness;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks whether the index in use is still what was written, and has a new one built from the
 * sources when it is not. It reads all of an index once and then looks at its files.
 */
final class Guard implements Runnable, AutoCloseable {
  private static final Logger LOG = System.getLogger(Guard.class.getName());

  /** Builds another index in place of one that was lost. */
  interface Instead {
    Renewal of(LiveIndex lost, String why);
  }

  private final Serving serving;
  private final Instead instead;
  private final Duration every;
  private volatile Optional<Renewal> renewal;
  private Optional<LiveIndex> read = Optional.empty();
  private Optional<Thread> thread = Optional.empty();
  private boolean stopped;

  /**
   * @param renewal what is to be built already, if anything is
   * @param every how often it looks
   */
  Guard(Serving serving, Optional<Renewal> renewal, Instead instead, Duration every) {
    this.serving = serving;
    this.renewal = renewal;
    this.instead = instead;
    this.every = every;
  }

  /** What builds the next index, or built the present one. */
  Optional<Renewal> renewal() {
    return renewal;
  }

  /** Whether another index is being built. */
  boolean isMending() {
    return renewal.filter(each -> !each.isDone()).isPresent();
  }

  /** Begins, on a thread of its own. */
  synchronized void start() {
    renewal.ifPresent(Renewal::start);
    thread = Optional.of(Thread.ofPlatform().daemon().name("index-guard").start(this));
  }

  @Override
  public void run() {
    try {
      do {
        look();
      } while (!stoppedWithin(every));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    if (isMending()) {
      return;
    }
    LiveIndex live = serving.present();
    if (!live.hold()) {
      return;
    }
    try {
      boolean known = read.filter(live::equals).isPresent();
      Soundness found = live.engine().inspect(!known);
      read = Optional.of(live);
      if (found != Soundness.WHOLE) {
        mend(live, found);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The index cannot be looked at; that is tried again.", e);
    } finally {
      live.release();
    }
  }

  private synchronized void mend(LiveIndex lost, Soundness found) {
    if (!stopped) {
      String why =
          found == Soundness.GONE
              ? "The index was deleted while Gill ran, so a new one is built from the sources."
              : "The index was damaged, so a new one is built from the sources.";
      LOG.log(Level.WARNING, "{0} It is the one in {1}.", why, lost.folder());
      Renewal begun = instead.of(lost, why);
      renewal = Optional.of(begun);
      begun.start();
    }
  }

  /**
   * Does something with what stands now, unless another index is being built, which was begun
   * without it.
   *
   * @return whether it was done
   */
  synchronized boolean unlessMending(Consumer<LiveIndex> act) {
    if (stopped || isMending()) {
      return false;
    }
    act.accept(serving.present());
    return true;
  }

  private synchronized boolean stoppedWithin(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    long left = pause.toNanos();
    while (!stopped && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return stopped;
  }

  /** Stops, and what is being built with it; that is gone on with at the next start. */
  @Override
  public void close() {
    Optional<Thread> running;
    synchronized (this) {
      stopped = true;
      notifyAll();
      running = thread;
    }
    running.ifPresent(Ending::await);
    renewal.ifPresent(Renewal::close);
  }
}
