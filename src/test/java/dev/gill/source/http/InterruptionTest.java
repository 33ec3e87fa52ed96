package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Wherever a thread is when it is interrupted, it comes back at once. */
@Timeout(60)
final class InterruptionTest {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void in_an_exchange_whose_connection_then_ends() throws Exception {
    try (Local local = new Local();
        RudeServer server =
            new RudeServer(
                connection -> {
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
                  reached.countDown();
                  connection.awaitEnd();
                })) {
      assertEnds(local.client(server.url()));
      assertThat(server.left().await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void in_a_pause_before_a_repetition() throws Exception {
    try (HttpClients clients = new HttpClients(new FakeTiming().timing(_ -> stay()));
        PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 502, ""))) {
      assertEnds(client(clients, server.url()));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void in_a_pause_that_the_host_asked_for_after_which_others_have_their_turn() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    FakeTiming time = new FakeTiming();
    HttpLimits oneByOne =
        new HttpLimits(
            Local.LIMITS.headers(),
            Local.LIMITS.whole(),
            1000,
            1000,
            1,
            2,
            Local.LIMITS.patience());
    try (HttpClients clients = new HttpClients(time.timing(_ -> stay()));
        PlainServer server =
            new PlainServer(
                exchange ->
                    PlainServer.say(exchange, requests.getAndIncrement() == 0 ? 429 : 200, "in"))) {
      HostClient client =
          clients.client(Local.settings(server.url(), oneByOne, new Credential.None()));

      assertEnds(client);
      time.goOn(Duration.ofMinutes(1));
      assertThat(Local.text(client.ask(Ask.get("page")))).isEqualTo("in");
    }
  }

  @Test
  void in_a_look_up() throws Exception {
    try (HttpClients clients =
        new HttpClients(
            new FakeTiming().timing(),
            _ -> {
              reached.countDown();
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new InetAddress[0];
            })) {
      assertEnds(clients.client(HttpSettings.of(Local.WIKI, "https://wiki.example.org/")));
      never.countDown();
    }
  }

  @Test
  void in_the_queue_for_the_host() throws Exception {
    Bulkhead bulkhead = new Bulkhead(1);
    bulkhead.enter();
    Thread thread = Thread.currentThread();
    Thread interrupter = Thread.ofVirtual().start(thread::interrupt);
    boolean interrupted = false;
    try {
      bulkhead.enter();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    interrupter.join();
    assertThat(interrupted).isTrue();
    bulkhead.leave();
    bulkhead.enter();
  }

  private void stay() throws InterruptedException {
    reached.countDown();
    never.await();
  }

  private static HostClient client(HttpClients clients, String url) {
    return clients.client(Local.settings(url, Local.LIMITS, new Credential.None()));
  }

  private void assertEnds(HostClient client) throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    client.ask(Ask.get("page"));
                    ended.complete(null);
                  } catch (Throwable e) {
                    ended.complete(e);
                  }
                });
    assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    thread.interrupt();
    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }
}
