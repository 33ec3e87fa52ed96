package dev.gill.embed.onnx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Threads that work off calls step by step: in order of urgency, and otherwise in the order in
 * which they came. One thread more than work at a time keeps what is urgent from waiting even for
 * the steps of less urgent calls that are under way. Bulk never quite stands still: after {@link
 * #PATIENCE} steps of other passages it gets one.
 */
final class Workers implements AutoCloseable {
  /** Steps of urgent passages for which bulk that waits stands back, before it gets a turn. */
  private static final int PATIENCE = 8;

  private final String owner;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final Map<Urgency, Deque<Call>> queues = new EnumMap<>(Urgency.class);
  private final int threads;
  private final Thread atExit = new Thread(this::end);
  private int running;
  private int runningBulk;
  private int stoodBack;
  private boolean closed;

  /**
   * Starts them.
   *
   * @param owner the model they work for, as messages and thread names say it
   * @param threads how many passages at a time
   */
  Workers(String owner, int threads) {
    this.owner = owner;
    this.threads = threads;
    for (Urgency urgency : Urgency.values()) {
      queues.put(urgency, new ArrayDeque<>());
    }
    for (int i = 1; i <= threads; i++) {
      start("embed-%s-%d".formatted(owner, i), false);
    }
    start("embed-%s-urgent".formatted(owner), true);
    // A process that ends frees what native code still reads: a step under way would crash it.
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Runs the steps 0 to {@code steps - 1}, several at a time, and returns when all are done. What a
   * step throws is thrown here.
   *
   * @throws IllegalStateException if closed before or meanwhile
   * @throws InterruptedException if interrupted; steps not yet begun are dropped
   */
  void run(Urgency urgency, int steps, IntConsumer step) throws InterruptedException {
    Deque<Call> queue = queues.get(urgency);
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw closedException();
      }
      if (steps == 0) {
        return;
      }
      Call call = new Call(urgency, steps, step, lock.newCondition());
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
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyEnding) {
      // The hook runs by itself then.
    }
  }

  private void end() {
    lock.lock();
    try {
      closed = true;
      queues.values().forEach(q -> q.forEach(call -> call.fail(closedException())));
      wanted.signalAll();
      while (running > 0) {
        idle.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void start(String name, boolean urgentOnly) {
    Thread.ofPlatform().daemon().name(name).start(() -> work(urgentOnly));
  }

  private void work(boolean urgentOnly) {
    lock.lock();
    try {
      for (Call call = next(urgentOnly); call != null; call = next(urgentOnly)) {
        int step = call.begin();
        count(call, 1);
        Throwable failure = unlocked(call.step, step);
        count(call, -1);
        call.end(failure);
        idle.signalAll();
        wanted.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void count(Call call, int change) {
    running += change;
    runningBulk += call.urgency == Urgency.BULK ? change : 0;
  }

  /** The call to work for next, waited for; null once closed. */
  private Call next(boolean urgentOnly) {
    while (!closed) {
      Call call = first(Urgency.QUESTION);
      if (call == null) {
        call = passages(urgentOnly);
      }
      if (call != null) {
        return call;
      }
      wanted.awaitUninterruptibly();
    }
    return null;
  }

  private Call passages(boolean urgentOnly) {
    Call soon = first(Urgency.SOON);
    Call bulk = first(Urgency.BULK);
    boolean starving = bulk != null && runningBulk == 0;
    boolean turn = starving && stoodBack >= PATIENCE;
    if (bulk != null && (soon == null || turn)) {
      if (urgentOnly || running >= threads) {
        return null;
      }
      stoodBack = 0;
      return bulk;
    }
    if (soon == null || running - runningBulk >= threads) {
      return null;
    }
    stoodBack = starving ? stoodBack + 1 : 0;
    return soon;
  }

  private Call first(Urgency urgency) {
    for (Call call : queues.get(urgency)) {
      if (call.hasNext()) {
        return call;
      }
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
    private final Urgency urgency;
    private final int steps;
    private final IntConsumer step;
    private final Condition done;
    private int begun;
    private int ended;
    private Throwable failure;

    Call(Urgency urgency, int steps, IntConsumer step, Condition done) {
      this.urgency = urgency;
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
