package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class WorkersTest {
  private final Workers workers = new Workers("test", 1);
  private final Semaphore allowed = new Semaphore(0);
  private final AtomicInteger begun = new AtomicInteger();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> callers = new ArrayList<>();

  @AfterEach
  void close() throws InterruptedException {
    allowed.release(10_000);
    workers.close();
    for (Thread caller : callers) {
      caller.join();
    }
  }

  @Test
  void aQuestionOvertakesFiveHundredPassages() throws Exception {
    CompletableFuture<Exception> passages = call(Urgency.SOON, 500, this::whenAllowed);
    await().until(() -> begun.get() == 1);

    workers.run(Urgency.QUESTION, 1, step -> log.add("question"));

    assertThat(log).containsExactly("question");
    assertThat(begun).as("passages begun").hasValue(1);
    allowed.release(500);
    assertThat(passages.get()).isNull();
    assertThat(log).hasSize(501);
  }

  @Test
  void passagesAreServedInTheOrderOfTheCalls() throws Exception {
    CompletableFuture<Exception> first = call(Urgency.SOON, 2, this::whenAllowed);
    await().until(() -> begun.get() == 1);
    List<CompletableFuture<Exception>> later = new ArrayList<>();
    for (String name : List.of("b", "c", "d")) {
      later.add(call(Urgency.SOON, 2, step -> log.add(name + step)));
    }
    allowed.release(2);
    first.get();
    for (CompletableFuture<Exception> each : later) {
      assertThat(each.get()).isNull();
    }
    assertThat(log).containsExactly("0", "1", "b0", "b1", "c0", "c1", "d0", "d1");
  }

  @Test
  void whatIsWantedSoonDoesNotEvenWaitForAStepOfBulk() throws Exception {
    CompletableFuture<Exception> bulk = call(Urgency.BULK, 500, this::whenAllowed);
    await().until(() -> begun.get() == 1);

    workers.run(Urgency.SOON, 3, step -> log.add("edit" + step));

    assertThat(log).containsExactly("edit0", "edit1", "edit2");
    assertThat(begun).as("bulk begun").hasValue(1);
    allowed.release(500);
    assertThat(bulk.get()).isNull();
  }

  @Test
  void bulkComesOnWhileOthersNeverEnd() throws Exception {
    CompletableFuture<Exception> bulk = call(Urgency.BULK, 10, this::whenAllowed);
    await().until(() -> begun.get() == 1);
    CompletableFuture<Exception> others =
        call(Urgency.SOON, Integer.MAX_VALUE, step -> Thread.onSpinWait());

    allowed.release(10);

    assertThat(bulk.get()).isNull();
    assertThat(others.isDone()).as("others done").isFalse();
    callers.getLast().interrupt();
  }

  @Test
  void everyStepRunsOnceOnManyThreads() throws InterruptedException {
    try (Workers many = new Workers("many", 4)) {
      int[] times = new int[1000];
      many.run(Urgency.SOON, times.length, step -> times[step]++);
      assertThat(times).containsOnly(1);
      many.run(Urgency.QUESTION, times.length, step -> times[step]++);
      assertThat(times).containsOnly(2);
    }
  }

  @Test
  void anInterruptedCallDropsWhatItHasNotBegun() throws Exception {
    CompletableFuture<Exception> passages = call(Urgency.SOON, 500, this::whenAllowed);
    await().until(() -> begun.get() == 1);
    callers.getFirst().interrupt();
    assertThat(passages.get()).isInstanceOf(InterruptedException.class);
    allowed.release(500);
    workers.run(Urgency.SOON, 1, step -> log.add("next"));
    assertThat(log).containsExactly("0", "next");
  }

  @Test
  void aFailureReachesTheCallerAndNobodyElse() throws InterruptedException {
    IntConsumer failing =
        step -> {
          throw new ModelException("the fuse has blown");
        };
    assertThatThrownBy(() -> workers.run(Urgency.SOON, 3, failing))
        .isInstanceOf(ModelException.class)
        .hasMessage("the fuse has blown");
    workers.run(Urgency.SOON, 1, step -> log.add("alive"));
    assertThat(log).containsExactly("alive");
  }

  @Test
  void closingWaitsForWhatRunsAndFailsWhatWaits() throws Exception {
    CompletableFuture<Exception> passages = call(Urgency.SOON, 500, this::whenAllowed);
    await().until(() -> begun.get() == 1);
    Thread closing = new Thread(workers::close);
    closing.start();

    assertThat(passages.get()).isInstanceOf(IllegalStateException.class);
    assertThat(closing.isAlive()).as("still closing").isTrue();
    allowed.release();
    closing.join();

    assertThat(log).containsExactly("0");
    assertThatThrownBy(() -> workers.run(Urgency.QUESTION, 1, step -> log.add("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model test is closed");
  }

  private void whenAllowed(int step) {
    begun.incrementAndGet();
    allowed.acquireUninterruptibly();
    log.add(Integer.toString(step));
  }

  /** Calls from a thread of its own, and returns once the call waits. */
  private CompletableFuture<Exception> call(Urgency urgency, int steps, IntConsumer step) {
    CompletableFuture<Exception> ended = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                workers.run(urgency, steps, step);
                ended.complete(null);
              } catch (InterruptedException | RuntimeException e) {
                ended.complete(e);
              }
            });
    callers.add(caller);
    caller.start();
    await().until(() -> caller.getState() == Thread.State.WAITING || ended.isDone());
    return ended;
  }
}
