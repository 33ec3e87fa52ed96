package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class HalfSentTest {
  private static final int MANY = 250;
  private static final int MOST_BYTES = 64 * 1024;

  /** Far more than the buffers of a connection hold. */
  private static final int ENDLESS_BYTES = 64 * 1024 * 1024;

  private static final String ASK =
      "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  private static final String QUESTION = "{\"question\":\"writer before you restore\"}";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private void everythingIsAnswered() {
    for (String path : List.of("/", "/api/sources", "/q/health/live", "/q/metrics")) {
      assertThat(Wire.exchange(home, "GET " + path + " HTTP/1.1", "Host: localhost"))
          .as(path)
          .startsWith("HTTP/1.1 200 ");
    }
    assertThat(ask(QUESTION)).startsWith("HTTP/1.1 200 ").contains("Stop the writer");
  }

  private String ask(String body) {
    try (Wire wire = Wire.to(home)) {
      return wire.send(
              ASK + "Connection: close\r\nContent-Length: %d\r\n\r\n".formatted(body.length()))
          .send(body)
          .rest();
    }
  }

  private void whileManyHaveSent(String half, Runnable meanwhile) {
    List<Wire> hanging = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        hanging.add(Wire.to(home).send(half));
      }
      meanwhile.run();
    } finally {
      hanging.forEach(Wire::close);
    }
  }

  @Test
  void halfABodyKeepsNobodyWaiting() {
    whileManyHaveSent(ASK + "Content-Length: 100\r\n\r\n{\"ques", this::everythingIsAnswered);
  }

  @Test
  void norDoesHalfAChunkedOne() {
    whileManyHaveSent(
        ASK + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que", this::everythingIsAnswered);
  }

  @Test
  void norHalfAHead() {
    whileManyHaveSent("POST /api/ask HTTP/1.1\r\nHost: loc", this::everythingIsAnswered);
  }

  @Test
  void aBodyInPiecesIsPutTogether() {
    try (Wire wire = Wire.to(home)) {
      wire.send(ASK + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
      QUESTION.chars().forEach(c -> wire.send("1\r\n" + (char) c + "\r\n"));
      assertThat(wire.send("0\r\n\r\n").rest()).contains("Stop the writer");
    }
  }

  @Test
  void whoAsksWhetherToGoOnIsToldTo() {
    try (Wire wire = Wire.to(home)) {
      wire.send(
          ASK
              + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n"
                  .formatted(QUESTION.length()));
      assertThat(wire.some("HTTP/1.1 100".length())).isEqualTo("HTTP/1.1 100");
      assertThat(wire.send(QUESTION).rest()).contains("Stop the writer");
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhicheverWayItComes() {
    String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
    for (String sent :
        List.of(
            ASK + "Content-Length: 65537\r\n\r\n{",
            ASK + "Content-Length: 65537\r\nExpect: 100-continue\r\n\r\n",
            ASK + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5),
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "PUT /q/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 70000\r\n\r\n")) {
      try (Wire wire = Wire.to(home)) {
        String answer = wire.send(sent).rest();
        assertThat(answer).doesNotContain("HTTP/1.1 100");
        if (!sent.contains("9999")) {
          assertThat(answer)
              .startsWith("HTTP/1.1 413 ")
              .containsIgnoringCase("connection: close")
              .contains("application/problem+json")
              .contains("urn:gill:problem:body-too-large");
        } else {
          assertThat(answer).startsWith("HTTP/1.1 4");
        }
      }
    }
  }

  @Test
  void aBodyAsLargeAsMayBeIsRead() {
    String padded = QUESTION + " ".repeat(MOST_BYTES - QUESTION.length());
    assertThat(ask(padded)).startsWith("HTTP/1.1 200 ").contains("Stop the writer");
  }

  @Test
  void aBodyOfOneByteMoreIsRefusedThoughNothingSaysHowLongItIs() throws Exception {
    String body = QUESTION + " ".repeat(MOST_BYTES + 1 - QUESTION.length());
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(home.resolve("/api/ask"))
                  .version(HttpClient.Version.HTTP_1_1)
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes())))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("Send at most 64 KiB");
    }
  }

  @Test
  void aBodyWithoutEndIsRefusedBeforeMuchOfItIsTaken() {
    String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
    int sent = 0;
    try (Wire wire = Wire.to(home)) {
      wire.send(ASK + "Transfer-Encoding: chunked\r\n\r\n");
      while (!wire.hasAnswer() && sent < ENDLESS_BYTES) {
        wire.send(chunk);
        sent += chunk.length();
      }
      assertThat(sent).as("bytes that were taken without an answer").isLessThan(ENDLESS_BYTES);
      assertThat(wire.rest()).startsWith("HTTP/1.1 413 ").contains("body-too-large");
    }
  }
}
