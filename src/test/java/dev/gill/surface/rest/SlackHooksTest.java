package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.surface.SmallHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events come signed as Slack signs them, and nothing else does. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class SlackHooksTest {
  private static final long NOW = SmallHouse.NOW.getEpochSecond();

  @Inject SmallHouse house;

  @BeforeEach
  void nobodyLooked() {
    house.clear();
  }

  private static String event(String text) {
    return "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"text\":\"%s\"}}"
        .formatted(text);
  }

  private static String signature(String secret, long seconds, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = "v0:%d:%s".formatted(seconds, body).getBytes(StandardCharsets.UTF_8);
    return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
  }

  private static Response post(String signature, long seconds, String body) {
    return given()
        .header("X-Slack-Request-Timestamp", Long.toString(seconds))
        .header("X-Slack-Signature", signature)
        .contentType("application/json")
        .body(body)
        .post("/api/hooks/team");
  }

  private static Response signed(long seconds, String body) throws Exception {
    return post(signature(SmallHouse.HOOK_SECRET, seconds, body), seconds, body);
  }

  @Test
  void an_event_goes_to_its_source_once() throws Exception {
    String body = event("one");
    assertThat(signed(NOW - 3, body).statusCode()).isEqualTo(202);
    assertThat(house.sources.carried).containsExactly(body);

    assertThat(signed(NOW - 3, body).statusCode()).as("a replay").isEqualTo(404);
    assertThat(house.sources.carried).hasSize(1);
  }

  @Test
  void an_old_or_future_one_is_refused() throws Exception {
    assertThat(signed(NOW - 301, event("old")).statusCode()).isEqualTo(404);
    assertThat(signed(NOW + 301, event("future")).statusCode()).isEqualTo(404);
    assertThat(signed(NOW - 299, event("in time")).statusCode()).isEqualTo(202);
    assertThat(house.sources.carried).containsExactly(event("in time"));
  }

  @Test
  void another_secret_body_or_time_is_refused() throws Exception {
    String body = event("two");
    String right = signature(SmallHouse.HOOK_SECRET, NOW, body);
    String wrong = signature("tulip-89-tulip-89", NOW, body);
    assertThat(post(wrong, NOW, body).statusCode()).isEqualTo(404);
    assertThat(post(right, NOW, event("three")).statusCode()).isEqualTo(404);
    assertThat(post(right, NOW - 1, body).statusCode()).isEqualTo(404);
    assertThat(post(right.substring(3), NOW, body).statusCode()).isEqualTo(404);
    assertThat(house.sources.carried).isEmpty();
  }

  @Test
  void the_challenge_is_answered_to_whom_signs_it_alone() throws Exception {
    String body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aBm2\"}";
    Response answer = signed(NOW, body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("text/plain");
    assertThat(answer.body().asString()).isEqualTo("3eZbrw1aBm2");
    assertThat(house.sources.carried).isEmpty();

    Response unsigned = given().contentType("application/json").body(body).post("/api/hooks/team");
    assertThat(unsigned.statusCode()).isEqualTo(404);
    assertThat(unsigned.body().asString()).doesNotContain("3eZbrw1aBm2");
  }
}
