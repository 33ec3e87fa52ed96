package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class AskQueueTest {
  /** As many of one caller as the small house lets in. */
  private static final int PLACES = 3;

  /** As many of all callers. */
  private static final int PLACES_IN_ALL = 8;

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private static String ask(String question) {
    String body = "{\"question\":\"%s\"}".formatted(question);
    return "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(body.length(), body);
  }

  private String asked(String question) {
    try (Wire wire = Wire.to(home)) {
      return wire.send(ask(question)).rest();
    }
  }

  @Test
  void whoAsksTooMuchAtOnceIsAskedToWaitAndEverythingElseGoesOn() {
    List<Wire> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < PLACES; i++) {
        waiting.add(Wire.to(home).send(ask("wait at the gate")));
      }
      await().until(() -> house.gate.getQueueLength() == PLACES);
      assertThat(asked("writer before you restore"))
          .startsWith("HTTP/1.1 429 ")
          .containsIgnoringCase("retry-after: 2")
          .contains("application/problem+json")
          .contains(
              "Too many of your questions are being answered at once; ask again in a moment.");
      assertThat(Wire.exchange(home, "GET /api/search?q=writer HTTP/1.1", "Host: localhost"))
          .startsWith("HTTP/1.1 429 ");
      for (String path : List.of("/", "/api/sources", "/q/health/live")) {
        assertThat(Wire.exchange(home, "GET " + path + " HTTP/1.1", "Host: localhost"))
            .startsWith("HTTP/1.1 200 ");
      }
      waiting.removeLast().close();
      await().until(() -> asked("writer before you restore").startsWith("HTTP/1.1 200 "));
    } finally {
      house.gate.release(PLACES);
      waiting.forEach(wire -> assertThat(wire.rest()).startsWith("HTTP/1.1 200 "));
    }
    assertThat(asked("writer before you restore")).startsWith("HTTP/1.1 200 ");
  }

  /** Only Linux lets a program call from every address of the loopback. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whenAllPlacesAreTakenWhoeverComesIsAskedToComeBack() {
    List<Wire> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < PLACES_IN_ALL; i++) {
        waiting.add(Wire.from("127.0.1." + (1 + i / PLACES), home).send(ask("wait at the gate")));
      }
      await().until(() -> house.gate.getQueueLength() == PLACES_IN_ALL);
      assertThat(asked("writer before you restore"))
          .startsWith("HTTP/1.1 503 ")
          .containsIgnoringCase("retry-after: 5")
          .contains("application/problem+json")
          .contains("ask again in a moment");
      assertThat(Wire.exchange(home, "GET /q/health/live HTTP/1.1", "Host: localhost"))
          .startsWith("HTTP/1.1 200 ");
    } finally {
      house.gate.release(PLACES_IN_ALL);
      waiting.forEach(wire -> assertThat(wire.rest()).startsWith("HTTP/1.1 200 "));
    }
    assertThat(asked("writer before you restore")).startsWith("HTTP/1.1 200 ");
  }
}
