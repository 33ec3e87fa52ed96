package dev.gill.ledger.sql;

import dev.gill.ledger.Entry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Writes what waits in a queue, and drops what is too old. What fails is tried again. */
final class TrailWriter implements Runnable {
  /** How long the end of the process waits for what is still to be written. */
  static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private static final Logger LOG = System.getLogger("dev.gill.ledger");
  private static final int TOGETHER = 64;

  /**
   * Why nothing can be written.
   *
   * @param why one sentence
   */
  record Trouble(String why, Instant since) {}

  private final Store store;
  private final BlockingQueue<Note> waiting;
  private final Pace pace;
  private final InstantSource clock;
  private final Consumer<Entry> written;
  private final AtomicLong lost;
  private final List<Note> taken = new ArrayList<>();
  private volatile int underWay;
  private volatile Trouble trouble;
  private volatile boolean ending;

  TrailWriter(
      Store store,
      BlockingQueue<Note> waiting,
      Pace pace,
      InstantSource clock,
      Consumer<Entry> written,
      AtomicLong lost) {
    this.store = store;
    this.waiting = waiting;
    this.pace = pace;
    this.clock = clock;
    this.written = written;
    this.lost = lost;
  }

  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Notes that were taken from the queue and are not written yet. */
  int underWay() {
    return underWay;
  }

  /** Has it write what waits and end. */
  synchronized void end() {
    ending = true;
    boolean _ = waiting.offer(new Note.Wake()); // one that is full has it awake anyway
    notifyAll();
  }

  @Override
  public void run() {
    Instant purge = clock.instant().plus(pace.untilOpened());
    while (!isDone()) {
      try {
        take(purge);
        write();
        if (!ending && !clock.instant().isBefore(purge)) {
          purge();
          purge = clock.instant().plus(pace.purge());
        }
        trouble = null;
      } catch (SQLException e) {
        failed(e);
        if (ending || !pause()) {
          break;
        }
      } catch (InterruptedException e) {
        break;
      } catch (RuntimeException e) {
        failed(new SQLException(e.getClass().getSimpleName(), Troubles.BROKEN, e));
        if (ending || !pause()) {
          break;
        }
      }
    }
    lost.addAndGet(taken.size());
    store.release();
  }

  private boolean isDone() {
    return ending && waiting.isEmpty() && taken.isEmpty();
  }

  /** Waits for something to write, until something else is due. */
  private void take(Instant until) throws InterruptedException {
    if (taken.isEmpty()) {
      Duration left = Duration.between(clock.instant(), until);
      Note first = waiting.poll(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
      if (first != null) {
        taken.add(first);
        waiting.drainTo(taken, TOGETHER - 1);
        taken.removeIf(Note.Wake.class::isInstance);
      }
      underWay = taken.size();
    }
  }

  private void write() throws SQLException {
    if (taken.isEmpty()) {
      return;
    }
    try {
      store.write(taken);
      taken.forEach(this::announce);
    } catch (SQLException e) {
      if (!Troubles.isOfTheData(e)) {
        throw e;
      }
      writeOneByOne();
    }
    taken.clear();
    underWay = 0;
  }

  /** So that one that no database takes does not keep the others waiting for good. */
  private void writeOneByOne() throws SQLException {
    while (!taken.isEmpty()) {
      Note next = taken.getFirst();
      try {
        store.write(List.of(next));
        announce(next);
      } catch (SQLException e) {
        if (!Troubles.isOfTheData(e)) {
          throw e;
        }
        lost.incrementAndGet();
        LOG.log(
            Level.WARNING, "An entry of the trail could not be kept (" + e.getSQLState() + ").");
      }
      taken.removeFirst();
    }
  }

  private void announce(Note note) {
    if (note instanceof Note.Asked(Entry entry)) {
      try {
        written.accept(entry);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "What follows on a question that was kept failed.", e);
      }
    }
  }

  private void purge() throws SQLException {
    if (pace.kept().isPresent()) {
      store.purge(clock.instant().minus(pace.kept().get()));
    }
  }

  private void failed(SQLException e) {
    String why = Troubles.sentence(e);
    Trouble before = trouble;
    if (before == null || !before.why().equals(why)) {
      LOG.log(Level.WARNING, "The trail of questions is not written: " + why);
    }
    trouble = new Trouble(why, before == null ? clock.instant() : before.since());
  }

  /** False if the end came meanwhile. */
  private synchronized boolean pause() {
    long end = System.nanoTime() + pace.retry().toNanos();
    try {
      while (!ending && System.nanoTime() < end) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      return false;
    }
    return true;
  }
}
