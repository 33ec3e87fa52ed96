package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gill.surface.SmallHouse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OtherLoopbackTest.OfOnePort.class)
@Tag("slow")
class OtherLoopbackTest {
  /** A port known before the start, as a user's is. */
  public static class OfOnePort extends SmallHouse.Profile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      try (ServerSocket free = new ServerSocket(0)) {
        settings.put("quarkus.http.test-port", Integer.toString(free.getLocalPort()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return settings;
    }
  }

  @TestHTTPResource URI home;

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void thePageIsThereUnderEitherAddress(String address) throws Exception {
    InetAddress loopback = InetAddress.ofLiteral(address);
    assumeTrue(isHere(loopback), "SKIPPED: this machine has no loopback address " + address);
    String host = loopback instanceof Inet6Address ? "[::1]" : address;
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(get(loopback, host)).startsWith("HTTP/1.1 200 "));
    assertThat(get(loopback, "evil.example")).startsWith("HTTP/1.1 421 ");
  }

  private static boolean isHere(InetAddress address) throws IOException {
    return NetworkInterface.getByInetAddress(address) != null;
  }

  private String get(InetAddress address, String host) {
    try (Socket socket = new Socket(address, home.getPort())) {
      String request =
          "GET / HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
              .formatted(host, home.getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
