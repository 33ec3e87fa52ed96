package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.model.Audience;
import dev.gill.model.Origin;
import dev.gill.surface.SmallHouse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is slow without end, with few threads and short patience. */
@QuarkusTest
@TestProfile(StallsTest.Impatient.class)
@Tag("slow")
class StallsTest {
  private static final int MANY = 40;
  private static final int LARGE = 1_000_000;
  private static final Duration LONGER_THAN_IDLE = Duration.ofSeconds(13);
  private static final int SMALL_BUFFER = 16_384;
  private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final String ASK_FOR_EVENTS =
      "POST /api/ask"
          + HEAD
          + "Accept: text/event-stream\r\nContent-Type: application/json\r\n"
          + "Content-Length: 23\r\n\r\n{\"question\":\"whatever\"}";
  private static final String GET_DOCUMENT = "GET /api/documents/handbook:large.md" + HEAD + "\r\n";
  private static final String GET_PAGE = "GET /documents/handbook:large.md" + HEAD + "\r\n";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  /** Sends so little ahead that a document that nobody reads gets stuck. */
  @Alternative
  @Singleton
  static class LittleAhead implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
      options.setSendBufferSize(SMALL_BUFFER);
    }
  }

  /** Few threads, short patience. */
  public static class Impatient extends SmallHouse.Profile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      Set<Class<?>> enabled = new HashSet<>(super.getEnabledAlternatives());
      enabled.add(LittleAhead.class);
      return enabled;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("gill.http.body-timeout", "1s");
      settings.put("quarkus.http.idle-timeout", "6s");
      settings.put("quarkus.thread-pool.max-threads", "20");
      return settings;
    }
  }

  @BeforeEach
  void moveIn() {
    house.clear();
    house.put(
        "handbook:large.md",
        "1",
        new Origin("", "Large", "", SmallHouse.NOW),
        new Audience.Everyone(),
        "x".repeat(LARGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {ASK_FOR_EVENTS, GET_DOCUMENT, GET_PAGE})
  void whoNeverReadsKeepsNobodyWaitingAndIsLeft(String request) {
    List<Wire> deaf = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        deaf.add(Wire.to(home).send(request));
      }
      for (String path : List.of("/", "/api/sources", "/q/health/live")) {
        assertThat(Wire.exchange(home, "GET " + path + " HTTP/1.1", "Host: localhost"))
            .as(path)
            .startsWith("HTTP/1.1 200 ");
      }
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(open()).isLessThan(MANY / 2));
    } finally {
      deaf.forEach(Wire::close);
    }
  }

  /** How many connections the server holds. */
  private double open() {
    return Wire.exchange(home, "GET /q/metrics HTTP/1.1", "Host: localhost")
        .lines()
        .filter(line -> line.startsWith("http_server_connections_seconds_active_count"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void whoReadsSlowlyGetsAllOfIt() {
    try (Wire wire = Wire.to(home)) {
      wire.send(GET_DOCUMENT.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
      StringBuilder read = new StringBuilder();
      await()
          .pollInterval(Duration.ofMillis(300))
          .atMost(Duration.ofMinutes(2))
          .until(() -> wire.some(25_000), more -> read.append(more).isEmpty() || more.isEmpty());
      assertThat(read).hasSizeGreaterThan(LARGE);
    }
  }

  /** As of a chat model that takes its time. */
  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream"})
  void whoWaitsForAnAnswerGetsItHoweverLongItTakes(String accepted) {
    String body = "{\"question\":\"wait at the gate\"}";
    try (Wire wire = Wire.to(home)) {
      wire.send(
          "POST /api/ask%sConnection: close\r\nAccept: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(HEAD, accepted, body.length(), body));
      await().until(() -> house.gate.getQueueLength() == 1);
      await().pollDelay(LONGER_THAN_IDLE).atMost(LONGER_THAN_IDLE.multipliedBy(2)).until(() -> true);
      house.gate.release();
      assertThat(wire.rest()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aByteNowAndThenIsNotWaitedForWithoutEnd() {
    try (Wire wire = Wire.to(home);
        ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor()) {
      wire.send("POST /api/ask" + HEAD + "Content-Length: 1000\r\n\r\n");
      drip.scheduleAtFixedRate(() -> dripInto(wire), 0, 200, TimeUnit.MILLISECONDS);
      assertThat(wire.rest())
          .startsWith("HTTP/1.1 408 ")
          .containsIgnoringCase("connection: close")
          .contains("application/problem+json")
          .contains("urn:gill:problem:body-too-slow");
      drip.shutdownNow();
    }
  }

  private static void dripInto(Wire wire) {
    try {
      wire.send("x");
    } catch (UncheckedIOException e) {
      // The other end has closed, as it should.
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POST /api/ask HTTP/1.1\r\nHost: loc"})
  void whoSaysNothingMoreIsLeft(String half) {
    try (Wire wire = Wire.to(home)) {
      assertThat(wire.send(half).isGivenUp()).isTrue();
    }
  }
}
