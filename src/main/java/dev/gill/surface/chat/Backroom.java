package dev.gill.surface.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does what a chat asked for once the chat has been told that it came, so that it never waits. So
 * many are worked on at once, and so many wait; of one person fewer. Nothing is begun before
 * nothing more has come for a moment, since answers take all processors there are: of many who ask
 * at once, all are acknowledged first. The more wait, the longer that moment may be, since they
 * wait far longer for each other.
 */
public final class Backroom implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Backroom.class.getName());
  private static final int AT_ONCE = 8;
  private static final int WAITING = 256;
  private static final int PER_PERSON = 8;
  private static final Duration MOMENT = Duration.ofMillis(15);
  private static final int MOST_MOMENTS = 24;
  private static final int LONGEST_LULL = 8;
  private static final int WAITING_A_MOMENT = 8;

  private final Moment moment;
  private final AtomicInteger came = new AtomicInteger();
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore working = new Semaphore(AT_ONCE);
  private final Map<String, Integer> byPerson = new HashMap<>();
  private int all;

  /** One whose moments are so long that a burst of requests has no longer gaps. */
  public Backroom() {
    this(() -> Thread.sleep(MOMENT));
  }

  Backroom(Moment moment) {
    this.moment = moment;
    threads.execute(this::begin);
  }

  /** Lets a moment pass. */
  @FunctionalInterface
  interface Moment {
    /** Returns when it has. */
    void pass() throws InterruptedException;
  }

  /** Something to be done. */
  @FunctionalInterface
  public interface Task {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * Takes a task in.
   *
   * @param person for whom
   * @param task what is done
   * @param failed what is done if that fails
   * @return whether it was taken; not if too many wait
   */
  public boolean take(String person, Task task, Task failed) {
    if (!enter(person)) {
      return false;
    }
    came.incrementAndGet();
    waiting.add(() -> work(person, task, failed));
    return true;
  }

  /** Does something short whatever waits, such as saying that too many wait. */
  public void aside(Task task) {
    threads.execute(() -> attempt(task));
  }

  /**
   * Begins one after the other. Once it is quiet, it stays so until somebody comes. Where it does
   * not become quiet, some are begun all the same.
   */
  private void begin() {
    try {
      int quiet = 0;
      int regardless = 0;
      while (true) {
        Runnable next = waiting.take();
        working.acquire();
        if (regardless > 0) {
          regardless--;
        } else if (came.get() != quiet) {
          OptionalInt lull = awaitLull();
          quiet = lull.orElse(quiet);
          regardless = lull.isPresent() ? 0 : AT_ONCE - 1;
        }
        threads.execute(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(String person, Task task, Task failed) {
    try {
      if (!attempt(task)) {
        attempt(failed);
      }
    } finally {
      working.release();
      leave(person);
    }
  }

  /** Returns how many had come when it became quiet; empty if it did not for long. */
  private OptionalInt awaitLull() throws InterruptedException {
    int before = came.get();
    int still = 0;
    for (int moments = 0; moments < MOST_MOMENTS; moments++) {
      moment.pass();
      int now = came.get();
      still = now == before ? still + 1 : 0;
      before = now;
      if (still >= lull()) {
        return OptionalInt.of(now);
      }
    }
    return OptionalInt.empty();
  }

  /** For how many moments nothing may come. */
  private int lull() {
    return Math.min(LONGEST_LULL, 1 + waiting.size() / WAITING_A_MOMENT);
  }

  /** What fails is said with its kind and, of a chat, its sentence; questions are in no log. */
  private boolean attempt(Task task) {
    try {
      task.run();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (ChatException e) {
      if (threads.isShutdown()) {
        return true;
      }
      LOG.log(Level.WARNING, "A chat could not be answered: {0}", e.getMessage());
      return false;
    } catch (Exception e) {
      if (threads.isShutdown()) {
        return true;
      }
      LOG.log(Level.ERROR, "A question from a chat failed: " + e.getClass().getName(), trace(e));
      return false;
    }
  }

  /** Where it failed, without its message, which may hold what was asked. */
  private static Throwable trace(Exception e) {
    Throwable trace = new Throwable(e.getClass().getSimpleName());
    trace.setStackTrace(e.getStackTrace());
    return trace;
  }

  private synchronized boolean enter(String person) {
    if (all >= AT_ONCE + WAITING || byPerson.getOrDefault(person, 0) >= PER_PERSON) {
      return false;
    }
    all++;
    byPerson.merge(person, 1, Integer::sum);
    return true;
  }

  private synchronized void leave(String person) {
    all--;
    byPerson.computeIfPresent(person, (_, count) -> count == 1 ? null : count - 1);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
