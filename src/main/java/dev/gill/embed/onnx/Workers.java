package dev.gill.embed.onnx;

import dev.gill.embed.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Threads that work off calls step by step: those of questions before those of passages, and
 * otherwise in the order in which they came. One more thread serves questions only, so that a
 * question does not even wait for a passage under way.
 */
final class Workers implements AutoCloseable {
  private final String owner;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final Deque<Call> questions = new ArrayDeque<>();
  private final Deque<Call> passages = new ArrayDeque<>();
  private int running;
  private boolean closed;

  /**
   * Starts them.
   *
   * @param owner the model they work for, as messages and thread names say it
   * @param threads how many passages at a time
   */
  Workers(String owner, int threads) {
    this.owner = owner;
    for (int i = 1; i <= threads; i++) {
      start("embed-%s-%d".formatted(owner, i), false);
    }
    start("embed-%s-questions".formatted(owner), true);
  }

  /**
   * Runs the steps 0 to {@code steps - 1}, several at a time, and returns when all are done. What a
   * step throws is thrown here.
   *
   * @throws IllegalStateException if closed before or meanwhile
   * @throws InterruptedException if told to stop; steps not yet begun are dropped
   */
  void run(Role role, int steps, IntConsumer step) throws InterruptedException {
    Deque<Call> queue = role == Role.QUESTION ? questions : passages;
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw closedException();
      }
      if (steps == 0) {
        return;
      }
      Call call = new Call(steps, step, lock.newCondition());
      queue.addLast(call);
      wanted.signalAll();
      try {
        call.await();
      } finally {
        queue.remove(call);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the steps under way; calls that are not done then fail. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      questions.forEach(call -> call.fail(closedException()));
      passages.forEach(call -> call.fail(closedException()));
      wanted.signalAll();
      while (running > 0) {
        idle.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void start(String name, boolean questionsOnly) {
    Thread.ofPlatform().daemon().name(name).start(() -> work(questionsOnly));
  }

  private void work(boolean questionsOnly) {
    lock.lock();
    try {
      for (Call call = next(questionsOnly); call != null; call = next(questionsOnly)) {
        int step = call.begin();
        running++;
        Throwable failure = unlocked(call.step, step);
        running--;
        call.end(failure);
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The call to work for next, waited for; null once closed. */
  private Call next(boolean questionsOnly) {
    while (!closed) {
      for (Call call : questions) {
        if (call.hasNext()) {
          return call;
        }
      }
      for (Call call : questionsOnly ? questions : passages) {
        if (call.hasNext()) {
          return call;
        }
      }
      wanted.awaitUninterruptibly();
    }
    return null;
  }

  private Throwable unlocked(IntConsumer work, int step) {
    lock.unlock();
    try {
      work.accept(step);
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    } finally {
      lock.lock();
    }
  }

  private IllegalStateException closedException() {
    return new IllegalStateException("the model %s is closed".formatted(owner));
  }

  /** Steps that somebody waits for; guarded by the lock. */
  private static final class Call {
    private final int steps;
    private final IntConsumer step;
    private final Condition done;
    private int begun;
    private int ended;
    private Throwable failure;

    Call(int steps, IntConsumer step, Condition done) {
      this.steps = steps;
      this.step = step;
      this.done = done;
    }

    boolean hasNext() {
      return begun < steps && failure == null;
    }

    int begin() {
      return begun++;
    }

    void end(Throwable failed) {
      ended++;
      if (failed != null) {
        fail(failed);
      } else if (ended == steps) {
        done.signal();
      }
    }

    void fail(Throwable failed) {
      if (failure == null) {
        failure = failed;
      }
      done.signal();
    }

    void await() throws InterruptedException {
      while (ended < steps && failure == null) {
        done.await();
      }
      switch (failure) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> {}
      }
    }
  }
}
