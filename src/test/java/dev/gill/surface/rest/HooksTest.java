package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.signing.LarkCipher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems say that something changed, and nobody else can. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class HooksTest {
  /** Of this one no hook is ever proved, so that no look at it is under way from another test. */
  private static final SourceId QUIET = new SourceId("quiet");

  private static final String PUSH = "{\"ref\":\"refs/heads/main\"}";

  /** {@code openssl dgst -sha256 -hmac tulip-88-tulip-88} of it. */
  private static final String SIGNED =
      "fd99a4b337097a826132e149c0b0b386710bf73fb785697f4d92771842786059";

  @Inject SmallHouse house;
  @Inject InstantSource clock;

  @BeforeEach
  void nobodyLooked() {
    house.clear();
  }

  private static Response hook(String path, String header, String value) {
    return given().header(header, value).contentType("application/json").body(PUSH).post(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/hooks/team, X-Hub-Signature-256, sha256=" + SIGNED,
    "/api/hooks/team, X-Hub-Signature, sha256=" + SIGNED,
    "/api/hooks/team, X-Gitea-Signature, " + SIGNED,
    "/api/hooks/team, X-Gitlab-Token, " + SmallHouse.HOOK_SECRET,
    "/api/hooks/team/" + SmallHouse.HOOK_SECRET + ", X-Nothing, none",
  })
  void a_hook_with_its_proof_is_accepted(String path, String header, String value) {
    Response answer = hook(path, header, value);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body().asString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/hooks/quiet, X-Nothing, none",
    "/api/hooks/quiet, X-Hub-Signature-256, sha256=00" + SIGNED,
    "/api/hooks/quiet, X-Hub-Signature-256, " + SIGNED,
    "/api/hooks/quiet, X-Hub-Signature, sha1=" + SIGNED,
    "/api/hooks/quiet, X-Hub-Signature, sha256=" + SIGNED + "0",
    "/api/hooks/quiet, X-Gitea-Signature, x",
    "/api/hooks/quiet, X-Gitlab-Token, tulip-88",
    "/api/hooks/quiet/tulip-89-tulip-89, X-Nothing, none",
    "/api/hooks/other, X-Gitlab-Token, " + SmallHouse.HOOK_SECRET,
    "/api/hooks/No Such, X-Gitlab-Token, " + SmallHouse.HOOK_SECRET,
  })
  void without_it_there_is_nothing_there_and_no_look(String path, String header, String value) {
    Response answer = hook(path, header, value);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(house.sources.looked).doesNotContain(QUIET);
    Set<String> said = new HashSet<>();
    said.add(answer.body().asString());
    said.add(given().post("/api/nowhere").body().asString());
    assertThat(said).hasSize(1);
  }

  @Test
  void a_body_that_was_changed_is_not_what_was_signed() {
    given()
        .header("X-Hub-Signature-256", "sha256=" + SIGNED)
        .contentType("application/json")
        .body(PUSH.replace("main", "evil"))
        .post("/api/hooks/quiet")
        .then()
        .statusCode(404);
    assertThat(house.sources.looked).doesNotContain(QUIET);
  }

  @Test
  void lark_finds_out_who_answers_and_is_told_its_word() throws Exception {
    byte[] body =
        LarkHooksTest.encrypted(
            SmallHouse.HOOK_SECRET, "{\"challenge\":\"word-1\",\"type\":\"url_verification\"}");

    Response answer = given().contentType("application/json").body(body).post("/api/hooks/quiet");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("challenge")).isEqualTo("word-1");
    assertThat(house.sources.looked).doesNotContain(QUIET);
    given()
        .contentType("application/json")
        .body("{\"encrypt\":\"AAAA\"}")
        .post("/api/hooks/quiet")
        .then()
        .statusCode(404);
  }

  @Test
  void an_event_of_lark_is_taken_with_its_signature() throws Exception {
    byte[] body =
        LarkHooksTest.encrypted(SmallHouse.HOOK_SECRET, "{\"header\":{\"event_id\":\"e1\"}}");
    String at = Long.toString(clock.instant().getEpochSecond());

    given()
        .header("X-Lark-Request-Timestamp", at)
        .header("X-Lark-Request-Nonce", "n1")
        .header("X-Lark-Signature", LarkCipher.signature(at, "n1", SmallHouse.HOOK_SECRET, body))
        .contentType("application/json")
        .body(body)
        .post("/api/hooks/team")
        .then()
        .statusCode(200);

    assertThat(house.sources.looked).contains(new SourceId("team"));
  }
}
