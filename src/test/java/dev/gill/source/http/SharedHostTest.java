package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clients of one host share. */
@Timeout(60)
final class SharedHostTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 60})
  void no_60_seconds_hold_more_requests_than_the_budget(int perMinute) {
    Budget budget = new Budget(perMinute);
    long now = Long.MAX_VALUE - 5;
    List<Long> granted = new ArrayList<>();
    for (int i = 0; i < perMinute * 4; i++) {
      now += i % 7 * 100_000_000L;
      granted.add(now + budget.take(now).toNanos());
    }

    for (int i = perMinute; i < granted.size(); i++) {
      assertThat(granted.get(i) - granted.get(i - perMinute))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1).toNanos());
    }
  }

  @Test
  void the_budget_is_of_the_host_and_waits_are_counted() throws Exception {
    try (Local local = new Local();
        PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"));
        PlainServer other = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"))) {
      HostClient one = local.client(server.url(), limits(1000, 4));
      HostClient two = local.client(server.url() + "else/", limits(2, 4));

      one.ask(Ask.get("page"));
      two.ask(Ask.get("page"));
      local.client(other.url(), limits(2, 4)).ask(Ask.get("page"));
      assertThat(local.time.sleeps()).isEmpty();
      local.time.goOn(Duration.ofSeconds(20));
      one.ask(Ask.get("page"));

      assertThat(local.time.sleeps()).containsExactly(Duration.ofSeconds(40));
      assertThat(local.counters(server.authority()).budgetWaits()).isEqualTo(1);
      assertThat(local.counters(other.authority()).budgetWaits()).isZero();
    }
  }

  @Test
  void no_more_are_under_way_at_a_time_than_allowed() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore arrived = new Semaphore(0);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Local local = new Local();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        PlainServer server =
            new PlainServer(
                exchange -> {
                  if (exchange.getRequestURI().getPath().equals("/warm-up")) {
                    PlainServer.say(exchange, 200, "in");
                    return;
                  }
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  arrived.release();
                  goOn.await();
                  inside.decrementAndGet();
                  PlainServer.say(exchange, 200, "in");
                })) {
      HostClient wide = local.client(server.url(), limits(1000, 9));
      HostClient narrow = local.client(server.url(), limits(1000, 2));
      wide.ask(Ask.get("warm-up"));
      narrow.ask(Ask.get("warm-up"));
      CompletionService<HttpAnswer> asked = new ExecutorCompletionService<>(threads);
      for (int i = 0; i < 10; i++) {
        HostClient client = i % 2 == 0 ? wide : narrow;
        asked.submit(() -> client.ask(Ask.get("page")));
      }

      assertThat(arrived.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
      goOn.countDown();
      for (int i = 0; i < 10; i++) {
        assertThat(Local.text(asked.take().get())).isEqualTo("in");
      }
      assertThat(most.get()).isEqualTo(2);
    }
  }

  @Test
  void one_more_than_allowed_waits_until_another_leaves() throws Exception {
    Bulkhead bulkhead = new Bulkhead(9);
    bulkhead.tighten(2);
    bulkhead.enter();
    bulkhead.enter();
    CountDownLatch in = new CountDownLatch(1);
    Thread third =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    bulkhead.enter();
                    in.countDown();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    await().until(() -> third.getState() == Thread.State.WAITING);

    bulkhead.leave();
    assertThat(in.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private static HttpLimits limits(int perMinute, int parallel) {
    return new HttpLimits(
        Local.LIMITS.headers(),
        Local.LIMITS.whole(),
        1000,
        perMinute,
        parallel,
        0,
        Duration.ofMinutes(1));
  }
}
