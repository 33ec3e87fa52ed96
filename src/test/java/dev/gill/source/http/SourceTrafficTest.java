package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people see of a source's requests. */
@Timeout(60)
final class SourceTrafficTest {
  private final Local local = new Local();

  private Traffic traffic() {
    return local.clients.traffic(Local.WIKI).orElseThrow();
  }

  @Test
  void requests_and_pauses_are_counted_for_the_source_that_asked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (local;
        PlainServer server =
            new PlainServer(
                exchange -> {
                  boolean busy = asked.incrementAndGet() == 2;
                  PlainServer.say(exchange, busy ? 429 : 200, "in");
                })) {
      HostClient client = local.client(server.url());
      assertThat(local.clients.traffic(Local.WIKI)).isEmpty();

      client.ask(Ask.get("one"));
      client.ask(Ask.get("two"));

      assertThat(traffic().requests()).isEqualTo(3);
      assertThat(traffic().throttled()).isEqualTo(1);
      assertThat(local.clients.traffic(new SourceId("other"))).isEmpty();
    }
  }

  @Test
  void how_long_its_server_has_been_quiet_is_known() throws Exception {
    try (local;
        PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"))) {
      HostClient client = local.client(server.url());
      client.ask(Ask.get("page"));
      local.time.goOn(Duration.ofSeconds(20));
      assertThat(traffic().quiet()).isEqualTo(Duration.ofSeconds(20));

      client.ask(Ask.get("page"));

      assertThat(traffic().quiet()).isZero();
    }
  }

  @Test
  void waiting_for_its_turn_is_no_silence() {
    SourceTally tally = new SourceTally(local.time.timing().nanos());
    tally.sent();
    local.time.goOn(Duration.ofSeconds(20));
    assertThat(tally.traffic().orElseThrow().quiet()).isEqualTo(Duration.ofSeconds(20));

    long since = tally.waits();
    local.time.goOn(Duration.ofSeconds(40));
    assertThat(tally.traffic().orElseThrow().quiet()).isZero();
    tally.waited(since);
    assertThat(tally.traffic().orElseThrow().quiet()).isZero();

    local.time.goOn(Duration.ofSeconds(5));
    tally.waited(tally.waits());
    assertThat(tally.traffic().orElseThrow().quiet()).isEqualTo(Duration.ofSeconds(5));
    local.close();
  }
}
