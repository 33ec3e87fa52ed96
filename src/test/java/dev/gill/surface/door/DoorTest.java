package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class DoorTest {
  private static final String SYNC = "POST /api/sources/handbook/sync HTTP/1.1";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private String own() {
    return "Host: localhost:" + home.getPort();
  }

  private String sync(String... headers) {
    String[] lines = new String[headers.length + 3];
    lines[0] = SYNC;
    lines[1] = own();
    lines[2] = "Content-Length: 0";
    System.arraycopy(headers, 0, lines, 3, headers.length);
    return Wire.exchange(home, lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sources",
        "/documents/handbook:runbooks/restore.md",
        "/assets/gill.css",
        "/assets-0/gill.css",
        "/api/search?q=salary",
        "/api/sources",
        "/api/nothing",
        "/q/health",
        "/q/health/live",
        "/q/metrics",
        "/q/openapi",
        "/q/",
        "/nothing",
        "//api/sources",
        "/%61pi/sources"
      })
  void aForeignNameIsAnsweredNowhere(String path) {
    assertThat(Wire.exchange(home, "GET " + path + " HTTP/1.1", "Host: evil.example"))
        .startsWith("HTTP/1.1 421 ")
        .contains("application/problem+json")
        .contains("gill.http.hosts")
        .containsOnlyOnce("X-Content-Type-Options: nosniff")
        .doesNotContain("Restoring");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/sources/handbook/sync",
        "POST /api/ask",
        "OPTIONS /api/ask",
        "HEAD /",
        "DELETE /api/sources",
        "OPTIONS *",
        "GET http://evil.example/api/sources",
      })
  void norWithAnyMethod(String start) {
    assertThat(Wire.exchange(home, start + " HTTP/1.1", "Host: evil.example", "Content-Length: 0"))
        .startsWith("HTTP/1.1 421 ");
    assertThat(house.sources.looked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost",
        "Host: LOCALHOST.:1",
        "Host: 127.0.0.1:8080",
        "Host: [::1]:8080",
        "Host: gill.example.com",
        "Host: Gill.Example.com:443",
        "Host: 10.0.0.7"
      })
  void itsOwnNamesAreAnswered(String host) {
    assertThat(Wire.exchange(home, "GET / HTTP/1.1", host)).startsWith("HTTP/1.1 200 ");
    assertThat(Wire.exchange(home, "GET /q/health HTTP/1.1", host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-None: 1",
        "Host:",
        "Host: localhost\r\nHost: localhost",
        "Host: localhost\r\nHost: evil.example",
        "Host: localhost, evil.example",
        "Host: evil.example@localhost",
        "Host: <script>",
        "Host: localhost:99999"
      })
  void aRequestNamesOneHost(String headers) {
    assertThat(Wire.exchange(home, "GET /api/sources HTTP/1.1", headers))
        .startsWith("HTTP/1.1 400 ")
        .contains("urn:gill:problem:invalid-host")
        .doesNotContain("evil")
        .doesNotContain("<script>");
  }

  @Test
  void anAddressInTheFirstLineCountsToo() {
    String start = "GET http://%s/api/sources HTTP/1.1";
    assertThat(Wire.exchange(home, start.formatted("localhost"), "Host: localhost"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(Wire.exchange(home, start.formatted("evil.example"), "Host: localhost"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(Wire.exchange(home, start.formatted("localhost"), "Host: evil.example"))
        .startsWith("HTTP/1.1 4");
  }

  @Test
  void whatAProxyForwardsIsNotBelievedUnasked() {
    assertThat(
            Wire.exchange(
                home,
                "GET /api/sources HTTP/1.1",
                "Host: evil.example",
                "X-Forwarded-Host: localhost",
                "Forwarded: host=localhost"))
        .startsWith("HTTP/1.1 421 ");
    assertThat(Wire.exchange(home, "GET / HTTP/1.1", own(), "X-Forwarded-Host: evil.example"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aPersonReadsPlainText() {
    assertThat(Wire.exchange(home, "GET / HTTP/1.1", "Host: evil.example", "Accept: text/html,*/*"))
        .startsWith("HTTP/1.1 421 ")
        .contains("text/plain")
        .contains("Gill does not answer as evil.example.");
  }

  @ParameterizedTest
  @CsvSource({"evil.example, 421", "localhost, 200"})
  void whoOffersHttp2IsAnsweredWithoutIt(String host, int status) {
    String answer =
        Wire.exchange(
            home,
            "GET /api/sources HTTP/1.1",
            "Host: " + host,
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQAAP__");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void whoSpeaksNothingElseIsNotAnswered() {
    try (Wire wire = Wire.to(home)) {
      String answer = wire.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").rest();
      assertThat(answer).doesNotContain("\0").doesNotContain(" 200 ");
    }
  }

  @Test
  void itsOwnPagesAndProgramsMaySend() {
    String origin = "Origin: http://localhost:" + home.getPort();
    assertThat(sync()).startsWith("HTTP/1.1 202 ");
    assertThat(sync(origin)).startsWith("HTTP/1.1 202 ");
    assertThat(sync(origin, "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 202 ");
    assertThat(sync("Sec-Fetch-Site: none")).startsWith("HTTP/1.1 202 ");
    assertThat(sync("Origin: https://gill.example.com")).startsWith("HTTP/1.1 202 ");
    assertThat(sync("Origin: null", "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 202 ");
    assertThat(house.sources.looked).hasSize(6).containsOnly(new SourceId("handbook"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: null\r\nSec-Fetch-Site: none",
        "Origin: null\r\nSec-Fetch-Site: cross-site",
        "Origin:",
        "Origin: http://localhost",
        "Origin: http://localhost:1",
        "Origin: http://127.0.0.1:1",
        "Origin: https://gill.example.com:8443",
        "Origin: http://gill.example.com.evil.example",
        "Origin: chrome-extension://abcdef",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-origin\r\nOrigin: https://evil.example",
        "Origin: https://gill.example.com\r\nSec-Fetch-Site: cross-site"
      })
  void anotherOriginsPageMayNot(String headers) {
    assertThat(sync(headers))
        .startsWith("HTTP/1.1 403 ")
        .contains("application/problem+json")
        .contains("urn:gill:problem:cross-site-request");
    assertThat(house.sources.looked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /api/ask", "PUT /api/sources", "DELETE /", "PATCH /q/health"})
  void whateverItSends(String start) {
    assertThat(
            Wire.exchange(
                home,
                start + " HTTP/1.1",
                own(),
                "Content-Length: 0",
                "Origin: https://evil.example"))
        .startsWith("HTTP/1.1 403 ");
  }

  @Test
  void aFormOfTheSameOriginBehindTlsIsItsOwn() {
    String host = "Host: gill.example.com:8443";
    String length = "Content-Length: 0";
    assertThat(Wire.exchange(home, SYNC, host, length, "Origin: https://gill.example.com:8443"))
        .startsWith("HTTP/1.1 202 ");
    assertThat(Wire.exchange(home, SYNC, host, length, "Origin: https://gill.example.com:9443"))
        .startsWith("HTTP/1.1 403 ");
  }
}
