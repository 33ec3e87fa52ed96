package dev.gill.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.SourceException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class HostClientTest {
  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void a_document_comes_with_its_headers_and_validators() throws Exception {
    try (PlainServer server =
        new PlainServer(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/plain");
              exchange.getResponseHeaders().set("ETag", "W/\"7\"");
              PlainServer.say(exchange, 200, "Grüße");
            })) {
      HttpAnswer answer =
          local.client(server.url() + "w/x").ask(Ask.get("page?id=7").header("Accept", "text/*"));

      assertThat(Local.text(answer)).isEqualTo("Grüße");
      HttpAnswer.Found found = (HttpAnswer.Found) answer;
      assertThat(found.headers().firstValue("content-type")).contains("text/plain");
      assertThat(found.validators())
          .isEqualTo(new Validators(Optional.of("W/\"7\""), Optional.empty()));
      PlainServer.Request request = server.requests().getFirst();
      assertThat(request.target()).isEqualTo("/w/page?id=7");
      assertThat(request.header("Accept")).isEqualTo("text/*");
      assertThat(request.header("User-Agent")).isEqualTo("Gill");
      assertThat(local.counters(server.authority())).isEqualTo(new Counters(1, 0, 7, 0, 0, 0));
    }
  }

  @Test
  void what_is_unchanged_is_not_sent_again() throws Exception {
    try (PlainServer server =
        new PlainServer(
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"8\"");
              PlainServer.say(exchange, 304, "");
            })) {
      String date = "Sun, 01 Mar 2026 09:00:00 GMT";
      Validators known = new Validators(Optional.of("\"7\""), Optional.of(date));

      HttpAnswer answer = local.client(server.url()).ask(Ask.get("page").ifChanged(known));

      assertThat(answer)
          .isEqualTo(
              new HttpAnswer.Unchanged(new Validators(Optional.of("\"8\""), Optional.of(date))));
      assertThat(server.requests().getFirst().header("If-None-Match")).isEqualTo("\"7\"");
      assertThat(server.requests().getFirst().header("If-Modified-Since")).isEqualTo(date);
    }
  }

  /** 206: a part would pass for the whole. 304: nothing is known that could be unchanged. */
  @ParameterizedTest
  @ValueSource(ints = {206, 300, 304, 500, 501})
  void an_answer_without_meaning_here_is_no_document(int status) throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, status, ""))) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("status " + status);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void what_is_gone_is_missing(int status) throws Exception {
    try (PlainServer server =
        new PlainServer(exchange -> PlainServer.say(exchange, status, "no"))) {
      assertThat(local.client(server.url()).ask(Ask.get("page")))
          .isEqualTo(new HttpAnswer.Missing(status));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, refuses the user",
    "403, refuses the user",
    "407, is behind a proxy",
    "400, does not take the request"
  })
  void a_refusal_says_what_to_check_and_keeps_the_server_s_words_apart(int status, String what)
      throws Exception {
    try (PlainServer server =
        new PlainServer(exchange -> PlainServer.say(exchange, status, "M_FORBIDDEN"))) {
      HttpAnswer answer = local.client(server.url()).ask(Ask.get("page"));

      HttpAnswer.Refused refused = (HttpAnswer.Refused) answer;
      assertThat(refused.status()).isEqualTo(status);
      assertThat(refused.sentence())
          .startsWith(server.authority() + " " + what)
          .endsWith("of source wiki.")
          .doesNotContain("FORBIDDEN");
      assertThat(new String(refused.body(), UTF_8)).isEqualTo("M_FORBIDDEN");
    }
  }

  @Test
  void a_head_tells_of_a_large_document_without_its_body() throws Exception {
    try (PlainServer server =
        new PlainServer(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Length", "900000000");
              exchange.sendResponseHeaders(200, -1);
            })) {
      HttpAnswer answer =
          local.client(server.url()).ask(Ask.of(Ask.Method.HEAD, "file.pdf", Optional.empty()));

      HttpAnswer.Found found = (HttpAnswer.Found) answer;
      assertThat(found.body()).isEmpty();
      assertThat(found.headers().firstValueAsLong("Content-Length")).hasValue(900_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PROPFIND", "REPORT"})
  void a_body_is_sent(String method) throws Exception {
    try (PlainServer server =
        new PlainServer(exchange -> PlainServer.say(exchange, 207, "answer"))) {
      Ask.Body body = new Ask.Body("application/json", "{\"q\":1}".getBytes(UTF_8));
      Ask ask = Ask.of(Ask.Method.valueOf(method), "search", Optional.of(body));

      assertThat(Local.text(local.client(server.url()).ask(ask))).isEqualTo("answer");
      PlainServer.Request request = server.requests().getFirst();
      assertThat(request.method()).isEqualTo(method);
      assertThat(request.body()).isEqualTo("{\"q\":1}");
      assertThat(request.header("Content-Type")).isEqualTo("application/json");
    }
  }
}
