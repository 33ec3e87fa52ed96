package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.gill.source.Secret;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a server may send Gill, and what goes along. Its servers differ by their ports. */
@Timeout(60)
final class RedirectsTest {
  private static final Credential TOKEN = new Credential.Bearer(Secret.of("hunter2"));

  /** Where a server sends Gill that is made before it. */
  private static volatile String there;

  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/new?id=7, /new?id=7",
    "next, /w/next",
    "../next, /next",
    "?page=2, /w/old?page=2",
  })
  void on_the_same_server_they_are_followed_with_credentials(String location, String target)
      throws Exception {
    try (PlainServer server =
        new PlainServer(
            exchange -> {
              if (exchange.getRequestURI().toString().equals("/w/old?once")) {
                PlainServer.send(exchange, location);
              } else {
                PlainServer.say(exchange, 200, "in");
              }
            })) {
      HttpAnswer answer =
          local
              .client(server.url(), TOKEN)
              .ask(Ask.get("w/old?once").header("Accept-Language", "de"));

      assertThat(Local.text(answer)).isEqualTo("in");
      PlainServer.Request last = server.requests().getLast();
      assertThat(server.requests()).hasSize(2);
      assertThat(last.target()).isEqualTo(target);
      assertThat(last.header("Authorization")).isEqualTo("Bearer hunter2");
      assertThat(last.header("Accept-Language")).isEqualTo("de");
    }
  }

  @Test
  void a_circle_is_left() throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.send(exchange, "/again"))) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("redirects again and again");
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void another_server_gets_no_request_unless_it_is_configured() throws Exception {
    try (PlainServer other = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"));
        PlainServer server = new PlainServer(e -> PlainServer.send(e, other.url() + "x?sig=s3"))) {
      assertThatThrownBy(() -> local.client(server.url(), TOKEN).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessage(
              "%s is no host that Gill may be sent to: if it is meant, list it among the redirect hosts of source wiki.",
              other.authority());
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get(other.url() + "file")))
          .hasMessageContaining("is no host that Gill may be sent to");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void a_configured_server_gets_neither_credentials_nor_headers() throws Exception {
    try (PlainServer files = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"));
        PlainServer server = new PlainServer(e -> PlainServer.send(e, files.url() + "x?sig=s3"))) {
      HostClient client = local.client(server.url(), TOKEN, files.authority());
      Ask ask = Ask.get("page").header("X-Workspace", "7").header("Accept", "text/*");

      assertThat(Local.text(client.ask(ask))).isEqualTo("in");
      PlainServer.Request request = files.requests().getFirst();
      assertThat(request.target()).isEqualTo("/x?sig=s3");
      assertThat(request.header("Authorization")).isNull();
      assertThat(request.header("X-Workspace")).isNull();
      assertThat(request.header("Accept")).isEqualTo("text/*");
      assertThat(local.counters(files.authority()).requests()).isEqualTo(1);

      client.ask(Ask.get(files.url() + "direct").as(TOKEN));
      assertThat(files.requests().getLast().header("Authorization")).isNull();
    }
  }

  @Test
  void who_comes_back_from_another_server_gets_no_credentials_either() throws Exception {
    try (PlainServer server = new PlainServer(RedirectsTest::backAndForth);
        PlainServer other =
            new PlainServer(e -> PlainServer.send(e, server.url() + "delete-everything"))) {
      there = other.url();

      local.client(server.url(), TOKEN, other.authority()).ask(Ask.get("page"));

      assertThat(server.requests())
          .extracting(request -> request.header("Authorization"))
          .containsExactly("Bearer hunter2", null);
    }
  }

  private static void backAndForth(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/page")) {
      PlainServer.send(exchange, there);
    } else {
      PlainServer.say(exchange, 200, "in");
    }
  }

  @Test
  void what_is_sent_with_a_body_is_not_sent_elsewhere() throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.send(exchange, "/new"))) {
      assertThatThrownBy(
              () -> local.client(server.url()).ask(Ask.post("login", "text/plain", new byte[3])))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("status 302");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_redirect_to_nowhere_is_no_answer() throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 301, ""))) {
      assertThatThrownBy(
              () ->
                  local.client(server.url()).ask(Ask.of(Ask.Method.HEAD, "page", Optional.empty())))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("redirects to nowhere");
    }
  }
}
