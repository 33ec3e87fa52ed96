package dev.gill.sync;

import dev.gill.source.SourceException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Long work on a thread of its own, so that the one who waits for it can do something shorter. */
final class Beside {
  private static final long LOOK_MILLIS = 5;

  /** What is to be done. */
  interface Work {
    void run() throws InterruptedException;
  }

  private Beside() {}

  /**
   * Does the work, and whatever comes in between meanwhile. What either throws is thrown here, when
   * the work has ended.
   */
  static void run(Work work, Headway headway) throws SourceException, InterruptedException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              work.run();
              return null;
            });
    String name = Thread.currentThread().getName() + "-bulk";
    Thread thread = Thread.ofPlatform().daemon().name(name).start(task);
    try {
      while (!doneSoon(task)) {
        headway.between();
      }
    } finally {
      thread.interrupt();
      join(thread);
    }
  }

  private static boolean doneSoon(FutureTask<Void> task) throws InterruptedException {
    try {
      task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case InterruptedException cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
