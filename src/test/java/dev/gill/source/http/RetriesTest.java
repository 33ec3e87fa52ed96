package dev.gill.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gill.source.SourceException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pauses that a host asks for, and repetitions after what may pass. */
@Timeout(60)
final class RetriesTest {
  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  /** It is 10:00:00 when the server answers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | 7 | 7",
        "503 | 7 | 7",
        "429 | Sun, 01 Mar 2026 10:00:42 GMT | 42",
        "503 | Sunday, 01-Mar-26 10:00:42 GMT | 42",
        "429 | Sun Mar  1 10:00:42 2026 | 42",
      })
  void a_pause_that_a_host_asks_for_is_waited_out(int status, String retryAfter, int seconds)
      throws Exception {
    try (PlainServer server = once(status, retryAfter)) {
      assertThat(Local.text(local.client(server.url()).ask(Ask.get("page")))).isEqualTo("in");
      assertThat(local.time.sleeps()).containsExactly(Duration.ofSeconds(seconds));
      assertThat(local.counters(server.authority())).isEqualTo(new Counters(2, 1, 2, 1, 0, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Sun, 01 Mar 2020 10:00:00 GMT", "soon", "-7", ""})
  void without_a_sensible_pause_it_backs_off(String retryAfter) throws Exception {
    try (PlainServer server = once(429, retryAfter)) {
      local.client(server.url()).ask(Ask.get("page"));
      assertThat(local.time.sleeps()).containsExactly(Duration.ofMillis(375));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | PT2M",
        "Sun, 01 Mar 2026 11:00:00 GMT | PT1H",
        "99999999999999999999 | PT24H",
        "Sun, 01 Mar 2099 10:00:00 GMT | PT24H",
      })
  void a_longer_pause_is_left_to_the_caller(String retryAfter, Duration pause) throws Exception {
    try (PlainServer server = once(429, retryAfter)) {
      HostClient client = local.client(server.url());

      assertBusy(client, pause);
      // Nobody else asks meanwhile, and nothing is sent.
      local.time.goOn(Duration.ofSeconds(1));
      assertBusy(local.client(server.url()), pause.minusSeconds(1));
      assertThat(server.requests()).hasSize(1);
      assertThat(local.time.sleeps()).isEmpty();

      local.time.goOn(pause.minusSeconds(1));
      assertThat(Local.text(client.ask(Ask.get("page")))).isEqualTo("in");
    }
  }

  @Test
  void a_host_that_asks_for_pauses_for_ever_is_left_alone() throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 429, ""))) {
      assertBusy(local.client(server.url()), Duration.ofMinutes(1));
      assertThat(server.requests()).hasSize(3);
      assertThat(local.counters(server.authority()).throttled()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void trouble_that_may_pass_is_tried_again_after_growing_pauses(int status) throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, status, ""))) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("has trouble of its own (status %d)", status);
      assertThat(local.time.sleeps())
          .containsExactly(Duration.ofMillis(375), Duration.ofMillis(750));
      assertThat(local.counters(server.authority())).isEqualTo(new Counters(3, 2, 0, 0, 3, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0, 250", "0, 0.999999999, 500", "3, 0.5, 3000", "40, 0.999999999, 30000"})
  void pauses_double_up_to_half_a_minute_and_half_of_each_is_chance(
      int earlier, double chance, long millis) {
    Duration pause = Backoff.pause(earlier, chance);

    assertThat(pause.plusNanos(999_999).toMillis()).isEqualTo(millis);
  }

  @Test
  void what_may_change_something_is_sent_once() throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 503, ""));
        RudeServer rude = new RudeServer(connection -> connection.write("HTTP/1.1 200 OK\r\n"))) {
      Ask post = Ask.post("page", "text/plain", "x".getBytes(UTF_8));

      assertThatThrownBy(() -> local.client(server.url()).ask(post))
          .isInstanceOf(SourceException.Broken.class);
      assertThatThrownBy(() -> local.client(rude.url()).ask(post))
          .isInstanceOf(SourceException.Broken.class);
      assertThat(server.requests()).hasSize(1);
      assertThat(rude.requests()).hasSize(1);

      assertThatThrownBy(() -> local.client(server.url()).ask(post.again()))
          .isInstanceOf(SourceException.Broken.class);
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void a_throttled_post_says_when_to_come_back() throws Exception {
    try (PlainServer server = once(429, "7")) {
      Ask post = Ask.post("page", "text/plain", new byte[0]);

      assertThatThrownBy(() -> local.client(server.url()).ask(post))
          .asInstanceOf(type(SourceException.Busy.class))
          .returns(Duration.ofSeconds(7), SourceException.Busy::retryAfter);
      // What comes next waits for that.
      local.client(server.url()).ask(post);
      assertThat(local.time.sleeps()).containsExactly(Duration.ofSeconds(7));
    }
  }

  private static void assertBusy(HostClient client, Duration pause) {
    assertThatThrownBy(() -> client.ask(Ask.get("page")))
        .hasMessageMatching("127\\.0\\.0\\.1:\\d+ asks for a pause: it was asked too often\\.")
        .asInstanceOf(type(SourceException.Busy.class))
        .returns(pause, SourceException.Busy::retryAfter);
  }

  private static PlainServer once(int status, String retryAfter) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    Optional<String> value = Optional.ofNullable(retryAfter).filter(text -> !text.isEmpty());
    return new PlainServer(
        exchange -> {
          if (requests.incrementAndGet() > 1) {
            PlainServer.say(exchange, 200, "in");
            return;
          }
          value.ifPresent(text -> exchange.getResponseHeaders().set("Retry-After", text));
          PlainServer.say(exchange, status, "");
        });
  }
}
