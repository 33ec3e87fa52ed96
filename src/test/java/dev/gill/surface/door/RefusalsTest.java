package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered below everything that answers. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class RefusalsTest {
  private static final String HOST = "Host: localhost";
  private static final String HTML = "Accept: text/html";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  static Stream<Arguments> unreadable() {
    String ask = "POST /api/ask HTTP/1.1\r\nHost: localhost\r\n";
    String get = " HTTP/1.1\r\nHost: localhost";
    return Stream.of(
        arguments(400, "invalid-host", "GET /api/sources HTTP/1.1\r\nX: y"),
        arguments(400, "unclear-length", ask + "Transfer-Encoding: xchunked\r\nContent-Length: 2"),
        arguments(400, "unclear-length", ask + "Transfer-Encoding: gzip, chunked"),
        arguments(400, "unclear-length", ask + "Transfer-Encoding: chunked\r\nContent-Length: 2"),
        arguments(400, "unclear-length", ask + "Content-Length: 2\r\nTransfer-Encoding: chunked"),
        arguments(400, "unreadable-request", ask + "Content-Length: 2\r\nContent-Length: 3"),
        arguments(400, "unreadable-request", ask + "Content-Length: -2"),
        arguments(400, "unreadable-request", ask + "X: a\0b"),
        arguments(400, "invalid-address", "GET /%zz" + get),
        arguments(400, "invalid-address", "GET /documents/%" + get),
        arguments(400, "invalid-address", "GET /api/search?q=%zz" + get),
        arguments(400, "invalid-address", "GET /%2" + get),
        arguments(400, "invalid-address", "GET no/address" + get),
        arguments(414, "address-too-long", "GET /" + "x".repeat(20_000) + get),
        arguments(431, "headers-too-long", "GET /" + get + "\r\nX: " + "x".repeat(40_000)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("unreadable")
  void whatCannotBeReadIsSaidSoAndProtected(int status, String kind, String head) {
    String answer = Wire.exchange(home, head.split("\r\n"));
    assertThat(answer)
        .startsWith("HTTP/1.1 %d ".formatted(status))
        .contains("urn:gill:problem:" + kind)
        .contains("application/problem+json")
        .contains("\"detail\":\"")
        .doesNotContain("stack");
    String page = Wire.exchange(home, "GET / HTTP/1.1", HOST);
    for (String name : Protection.HEADERS.keySet()) {
      assertThat(header(answer, name)).as(name).hasSize(1).isEqualTo(header(page, name));
    }
  }

  @Test
  void whatComesBehindSomethingUnreadableIsNotRead() {
    String own = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n";
    try (Wire wire = Wire.to(home)) {
      String answers = wire.send(own + "\r\n" + "nonsense\r\n\r\n" + own + "\r\n").rest();
      assertThat(answers).startsWith("HTTP/1.1 200 ").contains("urn:gill:problem:unreadable");
      assertThat(answers.split("HTTP/1\\.1 [0-9]", -1)).hasSize(3);
    }
    assertThat(Wire.exchange(home, own.strip(), "gill-unreadable: request"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void whatIsRefusedIsSaidInTheLanguageThatIsAccepted() {
    String chinese = "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8";
    assertThat(Wire.exchange(home, "GET /%zz HTTP/1.1", HOST, chinese))
        .contains("无法读取该地址")
        .contains("urn:gill:problem:invalid-address");
    assertThat(Wire.exchange(home, "GET / HTTP/1.1", "Host: evil.example", chinese, HTML))
        .contains("未知的主机名", "Gill 不以 evil.example 这个名称应答");
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
