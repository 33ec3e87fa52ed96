package dev.gill.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CompressedBodiesTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void a_compressed_document_is_unpacked() throws Exception {
    String text = "the same again ".repeat(1000);
    try (PlainServer server =
        new PlainServer(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(text.getBytes(UTF_8));
              }
            })) {
      assertThat(Local.text(local.client(server.url()).ask(Ask.get("page")))).isEqualTo(text);
      assertThat(server.requests().getFirst().header("Accept-Encoding")).isEqualTo("gzip");
      assertThat(local.counters(server.authority()).bytes()).isLessThan(text.length() / 10);
    }
  }

  @Test
  void a_gzip_bomb_is_defused() throws Exception {
    byte[] bomb = gzip(10_000_000);
    try (RudeServer server = new RudeServer(connection -> packed(connection, bomb, bomb.length))) {
      assertThat(bomb.length).isLessThan(100_000);
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("sends more than is taken in");
    }
  }

  @Test
  void a_compressed_body_that_ends_early_is_no_document() throws Exception {
    byte[] whole = gzip(50_000);
    try (RudeServer server =
        new RudeServer(connection -> packed(connection, whole, whole.length - 9))) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("breaks off before its answer is whole");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip", "gzip"})
  void a_form_that_was_not_asked_for_is_no_document(String coding) throws Exception {
    try (RudeServer server =
        new RudeServer(
            connection ->
                connection.write(
                    OK + "Content-Encoding: " + coding + "\r\nContent-Length: 4\r\n\r\nabcd"))) {
      assertThatThrownBy(() -> local.client(server.url()).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("answers in a form that was not asked for");
    }
  }

  private static void packed(RudeServer.Connection connection, byte[] bytes, int length)
      throws IOException {
    connection.write(OK + "Content-Encoding: gzip\r\nContent-Length: " + length + "\r\n\r\n");
    connection.out().write(bytes, 0, length);
  }

  private static byte[] gzip(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(new byte[zeros]);
    }
    return bytes.toByteArray();
  }
}
