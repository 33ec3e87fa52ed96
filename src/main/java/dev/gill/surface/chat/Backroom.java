package dev.gill.surface.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does what a chat asked for once the chat has been told that it came, so that it never waits. So
 * many are worked on at once, and so many wait; of one person fewer. What comes is worked on once
 * nothing more comes for a moment, since answers take all processors there are: of many who ask at
 * once, all are acknowledged first.
 */
public final class Backroom implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Backroom.class.getName());
  private static final int AT_ONCE = 8;
  private static final int WAITING = 256;
  private static final int PER_PERSON = 8;
  private static final Duration MOMENT = Duration.ofMillis(15);
  private static final int MOST_MOMENTS = 6;

  private final Moment moment;
  private final AtomicInteger came = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore working = new Semaphore(AT_ONCE, true);
  private final Map<String, Integer> byPerson = new HashMap<>();
  private int all;

  /** One whose moments are so long that a burst of requests has no longer gaps. */
  public Backroom() {
    this(() -> Thread.sleep(MOMENT));
  }

  Backroom(Moment moment) {
    this.moment = moment;
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
    threads.execute(() -> work(person, task, failed));
    return true;
  }

  /** Does something short whatever waits, such as saying that too many wait. */
  public void aside(Task task) {
    threads.execute(() -> attempt(task));
  }

  private void work(String person, Task task, Task failed) {
    try {
      awaitLull();
      working.acquire();
      try {
        if (!attempt(task)) {
          attempt(failed);
        }
      } finally {
        working.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leave(person);
    }
  }

  private void awaitLull() throws InterruptedException {
    int before;
    int moments = 0;
    do {
      before = came.get();
      moment.pass();
      moments++;
    } while (came.get() != before && moments < MOST_MOMENTS);
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
