package dev.gill.sync;

import dev.gill.sync.WorkQueue.Lane;
import dev.gill.sync.WorkQueue.Step;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes the vectors of one bulk slice at a time on a thread of its own, since callers' questions
 * can hold up such a slice for long: the source's thread stays free for fresh edits.
 */
final class BulkEmbedding implements AutoCloseable {
  private final Intake intake;
  private PendingBatch batch;
  private FutureTask<Vectors> task;
  private Thread thread;

  BulkEmbedding(Intake intake) {
    this.intake = intake;
  }

  /** Begins with a slice; none is under way. */
  void start(Step.Embed embed) {
    batch = embed.batch();
    task = new FutureTask<>(() -> intake.embed(embed.slice(), Lane.BULK));
    String name = Thread.currentThread().getName() + "-bulk";
    thread = Thread.ofPlatform().daemon().name(name).start(task);
  }

  /**
   * Whether no slice is under way, waited for a little. The vectors of one that is done are in its
   * batch then.
   *
   * @throws RuntimeException as {@link Slice#embed} does
   * @throws InterruptedException if the thread is asked to stop
   */
  boolean isIdleWithin(long millis) throws InterruptedException {
    if (task == null) {
      return true;
    }
    try {
      batch.add(task.get(millis, TimeUnit.MILLISECONDS));
      task = null;
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

  /** Has the slice under way end, and waits for that. */
  @Override
  public void close() {
    if (task == null) {
      return;
    }
    thread.interrupt();
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
