package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.surface.SmallHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pushes come signed as GitLab signs them with a signing token. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class GitLabHooksTest {
  private static final long NOW = SmallHouse.NOW.getEpochSecond();
  private static final String PUSH = "{\"object_kind\":\"push\"}";

  @Inject SmallHouse house;

  @BeforeEach
  void nobodyLooked() {
    house.clear();
  }

  private static String signature(String secret, String id, long seconds, String body)
      throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] signed = "%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
  }

  private static Response post(String signature, String id, long seconds, String body) {
    Map<String, String> headers =
        Map.of("webhook-id", id, "webhook-timestamp", "" + seconds, "webhook-signature", signature);
    return given()
        .headers(headers)
        .contentType("application/json")
        .body(body)
        .post("/api/hooks/board");
  }

  private static int signed(String id, long seconds) throws Exception {
    String signature = signature(SmallHouse.SIGNING_TOKEN, id, seconds, PUSH);
    return post(signature, id, seconds, PUSH).statusCode();
  }

  @Test
  void a_push_goes_to_its_source_once() throws Exception {
    assertThat(signed("m1", NOW - 2)).isEqualTo(202);
    assertThat(house.sources.carried).containsExactly(PUSH);

    assertThat(signed("m1", NOW - 2)).as("a replay").isEqualTo(404);
    assertThat(house.sources.carried).hasSize(1);
  }

  @Test
  void an_old_or_future_one_is_refused() throws Exception {
    assertThat(signed("m2", NOW - 301)).isEqualTo(404);
    assertThat(signed("m2", NOW + 301)).isEqualTo(404);
    assertThat(house.sources.carried).isEmpty();
    assertThat(signed("m2", NOW - 299)).isEqualTo(202);
  }

  @Test
  void another_token_id_time_or_body_is_refused() throws Exception {
    String right = signature(SmallHouse.SIGNING_TOKEN, "m3", NOW, PUSH);
    String other = SmallHouse.SIGNING_TOKEN.replace("dGVz", "dGVy");
    assertThat(post(signature(other, "m3", NOW, PUSH), "m3", NOW, PUSH).statusCode())
        .isEqualTo(404);
    assertThat(post(right, "m4", NOW, PUSH).statusCode()).isEqualTo(404);
    assertThat(post(right, "m3", NOW - 1, PUSH).statusCode()).isEqualTo(404);
    assertThat(post(right, "m3", NOW, PUSH + " ").statusCode()).isEqualTo(404);
    assertThat(post(right.replace("v1,", "v2,"), "m3", NOW, PUSH).statusCode()).isEqualTo(404);
    assertThat(house.sources.carried).isEmpty();

    assertThat(post("v1,AAAA " + right, "m3", NOW, PUSH).statusCode())
        .as("two tokens while one is replaced")
        .isEqualTo(202);
  }

  @Test
  void a_secret_that_is_no_signing_token_signs_nothing() throws Exception {
    String signature = signature(SmallHouse.SIGNING_TOKEN, "m5", NOW, PUSH);
    given()
        .header("webhook-id", "m5")
        .header("webhook-timestamp", NOW)
        .header("webhook-signature", signature)
        .header("X-Gitlab-Token", "tulip-89-tulip-89")
        .contentType("application/json")
        .body(PUSH)
        .post("/api/hooks/team")
        .then()
        .statusCode(404);
  }
}
