package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.gill.ledger.Outcome;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class VerifiedTest {
  private static final String QUESTION = "When are the office plants watered?";
  private static final Identity ANNA = Identity.email("anna@example.org");
  private static final Reader LEAD =
      new Reader(Set.of(Identity.email("lead@example.org")), Reader.member("leads").groups());

  @Inject SmallHouse house;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
    house.trail.days = 30;
    house.answers.on = true;
    house.answers.verifiers = List.of(ANNA, Identity.email("lead@example.org"));
    house.reader = Reader.known(ANNA);
  }

  private static Map<String, Object> draft() {
    return new HashMap<>(
        Map.of(
            "question",
            QUESTION,
            "answer",
            "The facility team waters the office plants on Mondays.",
            "drawnFrom",
            List.of(SmallTeam.RESTORE)));
  }

  private static ValidatableResponse write(Map<String, Object> draft) {
    return given().contentType(ContentType.JSON).body(draft).post("/api/verified").then();
  }

  private static JsonPath ask(String question) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("question", question))
        .post("/api/ask")
        .jsonPath();
  }

  @Test
  void anOpenQuestionIsAnsweredAndQuotedFromThenOn() {
    assertThat(ask(QUESTION).getString("status")).isNotEqualTo("answered");
    given()
        .get("/api/gaps")
        .then()
        .statusCode(200)
        .body("sight", equalTo("covered"))
        .body("gaps[0].question", equalTo(QUESTION))
        .body("gaps[0].times", equalTo(1));
    write(draft())
        .statusCode(201)
        .body("author", equalTo("anna@example.org"))
        .body("holds", equalTo(true))
        .body("until", equalTo("2027-02-18T09:00:03Z"));
    JsonPath answer = ask(QUESTION);
    assertThat(answer.getString("status")).isEqualTo("answered");
    assertThat(answer.getString("citations[0].document.dated")).isEqualTo("verified");
    assertThat(answer.getString("citations[0].document.author")).isEqualTo("anna@example.org");
    assertThat(answer.getString("citations[0].document.modified"))
        .isEqualTo("2026-11-20T09:00:03Z");
    given().get("/api/gaps").then().body("gaps", hasSize(0));
  }

  @Test
  void onlyVerifiersAndWhoLooksAfterGillMayWrite() {
    house.reader = Reader.known(Identity.email("guest@example.org"));
    write(draft()).statusCode(403);
    given().get("/api/verified").then().body("mayVerify", equalTo(false));
    house.admin = true;
    write(draft()).statusCode(201);
    house.answers.on = false;
    write(draft()).statusCode(404).body("detail", containsString("type verified"));
  }

  @Test
  void itIsNeverReadByMoreThanTheDocumentsThatItWasDrawnFrom() {
    house.reader = LEAD;
    Map<String, Object> draft = draft();
    draft.put("drawnFrom", List.of(SmallTeam.SALARIES));
    draft.put("audience", "everyone");
    String id = write(draft).statusCode(201).extract().jsonPath().getString("id");
    assertThat(ask(QUESTION).getString("status")).isEqualTo("answered");
    house.reader = Reader.known(ANNA);
    house.admin = true;
    assertThat(ask(QUESTION).getString("status")).isNotEqualTo("answered");
    given().get("/api/verified").then().body("answers", hasSize(0));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post("/api/verified/{id}/renewals", id)
        .then()
        .statusCode(404);
    given().delete("/api/verified/{id}", id).then().statusCode(404);
    given().get("/api/documents/verified:" + id).then().statusCode(404);
  }

  @Test
  void nobodyDrawsFromWhatTheyMayNotRead() {
    Map<String, Object> draft = draft();
    draft.put("drawnFrom", List.of(SmallTeam.SALARIES));
    String closed = write(draft).statusCode(400).extract().asString();
    draft.put("drawnFrom", List.of("board:nothing.md"));
    assertThat(write(draft).statusCode(400).extract().asString()).isEqualTo(closed);
  }

  @Test
  void whatIsMissingIsNamed() {
    for (String key : List.of("question", "answer")) {
      Map<String, Object> without = draft();
      without.remove(key);
      write(without).statusCode(400).body("detail", containsString(key));
    }
    Map<String, Object> forNobody = draft();
    forNobody.remove("drawnFrom");
    write(forNobody).statusCode(400).body("detail", containsString("audience"));
    forNobody.put("audience", "everyone,leads");
    write(forNobody).statusCode(400).body("detail", containsString("audience"));
    house.reader = Reader.anyone();
    house.admin = true;
    write(draft()).statusCode(400).body("detail", containsString("name"));
  }

  @Test
  void itsTimeBeginsAnewWhenSomebodySaysThatItHolds() {
    String id = write(draft()).extract().jsonPath().getString("id");
    house.answers.put(
        house
            .answers
            .all()
            .getFirst()
            .verifiedBy(
                "Old", SmallHouse.NOW.minusSeconds(9_000_000), SmallHouse.NOW.minusSeconds(1)));
    given()
        .get("/api/verified")
        .then()
        .body("answers[0].holds", equalTo(false))
        .body("answers[0].asked", equalTo("anna@example.org"));
    house.reader = LEAD;
    given()
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post("/api/verified/{id}/renewals", id)
        .then()
        .statusCode(200)
        .body("verifier", equalTo("lead@example.org"))
        .body("author", equalTo("anna@example.org"))
        .body("holds", equalTo(true));
    given().delete("/api/verified/{id}", id).then().statusCode(204);
    assertThat(ask(QUESTION).getString("status")).isNotEqualTo("answered");
  }

  @Test
  void whoeverMayNotVerifySeesTheirOwnGapsAlone() {
    house.trail.put("Which office is closed next year?", LEAD, Outcome.UNKNOWN, SmallHouse.NOW);
    house.reader = Reader.known(Identity.email("guest@example.org"));
    given().get("/api/gaps").then().body("sight", equalTo("own")).body("gaps", hasSize(0));
    house.reader = Reader.known(ANNA);
    given().get("/api/gaps").then().body("sight", equalTo("covered")).body("gaps", hasSize(0));
    house.reader = LEAD;
    given().get("/api/gaps").then().body("gaps", hasSize(1));
  }
}
