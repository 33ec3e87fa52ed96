package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered below everything that answers. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class RefusalsTest {
  private static final String HOST = "Host: localhost";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/sources HTTP/1.1\r\nX: y",
        "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\nContent-Length: 2",
        "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked"
      })
  void whatCannotBeReadIsSaidSoAndProtected(String head) {
    String answer = Wire.exchange(home, head.split("\r\n"));
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json")
        .contains("\"detail\":\"")
        .doesNotContain("stack");
    String page = Wire.exchange(home, "GET / HTTP/1.1", HOST);
    for (String name : Protection.HEADERS.keySet()) {
      assertThat(header(answer, name)).as(name).hasSize(1).isEqualTo(header(page, name));
    }
  }

  private static List<String> header(String answer, String name) {
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  @Test
  void noRequestIsSmuggledBehindAnother() {
    String sync = "POST /api/sources/handbook/sync HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String both =
        "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n%s"
            .formatted(5 + sync.length(), sync);
    try (Wire wire = Wire.to(home)) {
      assertThat(wire.send(both).rest()).containsOnlyOnce("HTTP/1.1 ");
    }
    assertThat(house.sources.looked).isEmpty();
  }

  @Test
  void anAddressThatSomebodyMadeUpIsNoLabelOfAMetric() {
    for (String path : List.of("/made/up/1", "/api/documents/made:up2", "/api/made-up3")) {
      Wire.exchange(home, "GET " + path + " HTTP/1.1", HOST, "Accept: text/html");
      Wire.exchange(home, "GET " + path + " HTTP/1.1", "Host: evil.example");
      Wire.exchange(home, "BREW " + path + " HTTP/1.1", HOST);
    }
    assertThat(Wire.exchange(home, "GET /q/metrics HTTP/1.1", HOST))
        .contains("gill_http_refused_total{problem=\"unknown-host\"}")
        .doesNotContain("made")
        .doesNotContain("BREW");
  }

  @Test
  void whoSendsNonsenseWithoutEndFillsNoLog() {
    int[] lines = {0};
    Handler counting =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            synchronized (lines) {
              lines[0] += line.getThrown() == null ? 1 : 100;
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(counting);
    try {
      IntStream.range(0, 50)
          .forEach(_ -> Wire.exchange(home, "GET / HTTP/1.1", "X: y", "Content-Length: 0"));
      IntStream.range(0, 50)
          .forEach(_ -> Wire.exchange(home, "POST /api/ask HTTP/1.1", HOST, "Content-Length: 0"));
    } finally {
      root.removeHandler(counting);
    }
    assertThat(lines[0]).isLessThan(15);
  }
}
