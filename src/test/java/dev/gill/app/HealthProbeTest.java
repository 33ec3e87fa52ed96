package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthProbeTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1", "404, 1"})
  void itIsHealthyOnlyIfItSaysSo(int status, int exit) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/q/health/live",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    URI health =
        URI.create("http://localhost:%d/q/health/live".formatted(server.getAddress().getPort()));
    try {
      assertThat(HealthProbe.exit(health, new PrintStream(said))).isEqualTo(exit);
    } finally {
      server.stop(0);
    }
    assertThat(said.toString()).contains("says HTTP " + status);
    assertThat(HealthProbe.exit(health, new PrintStream(said))).isEqualTo(1);
    assertThat(said.toString()).contains("does not answer");
  }
}
