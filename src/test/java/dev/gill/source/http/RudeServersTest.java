package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.SourceException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against servers that do what no server should. */
@Timeout(60)
final class RudeServersTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final Duration LONG = Duration.ofSeconds(50);

  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void a_server_that_says_nothing_is_given_up() throws Exception {
    try (RudeServer server = new RudeServer(RudeServer.Connection::awaitEnd)) {
      HostClient client = local.client(server.url(), Local.limits(SHORT, LONG));

      assertThatThrownBy(() -> client.ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessage(
              "127.0.0.1:%d does not answer in time: check the server, or raise the time-out of source wiki.",
              server.port());
      assertThat(server.left().await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_body_that_drips_is_given_up_at_the_deadline() throws Exception {
    try (RudeServer server =
        new RudeServer(
            connection -> connection.write(OK + "Content-Length: 100\r\n\r\nx").awaitEnd())) {
      HostClient client = local.client(server.url(), Local.limits(LONG, SHORT));

      assertThatThrownBy(() -> client.ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("does not finish its answer in time");
      assertThat(server.left().await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Content-Length: 9000000000000000\r\n\r\n",
        "Content-Length: 100001\r\n\r\n"
      })
  void an_endless_body_is_broken_off_at_the_largest_size(String head) throws Exception {
    String kilobyte = "x".repeat(1024);
    String piece = head.contains("chunked") ? "400\r\n" + kilobyte + "\r\n" : kilobyte;
    try (RudeServer server =
        new RudeServer(
            connection -> {
              connection.write(OK + head);
              while (true) {
                connection.write(piece);
              }
            })) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("sends more than is taken in");
      assertThat(server.left().await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.requests()).hasSize(1);
      assertThat(local.counters(server.authority()).bytes()).isLessThan(200_000);
    }
  }

  @Test
  void endless_headers_are_broken_off() throws Exception {
    try (RudeServer server =
        new RudeServer(
            connection -> {
              connection.write(OK);
              while (true) {
                connection.write("X-More: " + "x".repeat(1000) + "\r\n");
              }
            })) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class);
      assertThat(server.left().await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + "Content-Length: 100\r\n\r\nhalf",
        OK + "Transfer-Encoding: chunked\r\n\r\n8\r\nhalf",
        OK + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        OK + "Content-Le",
      })
  void what_is_cut_off_is_asked_for_again_and_never_taken_for_whole(String sent) throws Exception {
    try (RudeServer server = new RudeServer(connection -> connection.write(sent))) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("breaks off before its answer is whole");
      assertThat(server.requests()).hasSize(3);
      assertThat(local.counters(server.authority()))
          .extracting(Counters::requests, Counters::retries, Counters::failures)
          .containsExactly(3L, 2L, 3L);
      assertThat(local.time.sleeps()).hasSize(2);
    }
  }

  /** The JDK asks once more by itself each time. */
  @Test
  void a_connection_without_any_answer_is_given_up_as_well() throws Exception {
    try (RudeServer server = new RudeServer(connection -> {})) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("breaks off before its answer is whole");
      assertThat(server.requests()).hasSizeBetween(3, 6);
    }
  }

  @Test
  void what_follows_a_length_too_short_is_no_part_of_the_next_answer() throws Exception {
    String honest = OK + "Content-Length: 4\r\n\r\n";
    try (RudeServer server =
        new RudeServer(
            connection -> {
              do {
                connection.write(honest + "half" + honest + "evil");
              } while (connection.nextRequest());
            })) {
      HostClient client = local.client(server.url());

      assertThat(Local.text(client.ask(Ask.get("one")))).isEqualTo("half");
      assertThat(Local.text(client.ask(Ask.get("two")))).isEqualTo("half");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 soon OK\r\n\r\n",
        OK + "Content-Length: -5\r\n\r\n",
        OK + "Content-Length: plenty\r\n\r\nx",
        OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 99999 OK\r\n\r\n",
      })
  void nonsense_is_no_answer(String sent) throws Exception {
    try (RudeServer server = new RudeServer(connection -> connection.write(sent))) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageEndingWith(" source wiki.");
    }
  }

  @Test
  void nobody_there_is_tried_again_and_then_said() throws Exception {
    RudeServer server = new RudeServer(connection -> {});
    server.close();

    assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("takes no connection");
    assertThat(local.counters(server.authority()).retries()).isEqualTo(2);
  }
}
