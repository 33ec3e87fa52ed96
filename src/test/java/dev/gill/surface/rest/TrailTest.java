package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.gill.ledger.Outcome;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class TrailTest {
  private static final String QUESTION = "What must happen to the writer before you restore?";
  private static final Reader ANNA = Reader.known(Identity.email("anna@example.org"));
  private static final Reader LEAD =
      new Reader(Set.of(Identity.email("lead@example.org")), Reader.member("leads").groups());

  @Inject SmallHouse house;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
    house.trail.days = 30;
    house.reader = ANNA;
  }

  private static JsonPath ask(String question) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("question", question))
        .post("/api/ask")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void whatWasAskedIsKeptWithWhoAskedAndWhereTheAnswerStands() {
    JsonPath answer = ask(QUESTION);
    house.admin = true;
    given()
        .get("/api/trail")
        .then()
        .statusCode(200)
        .body("days", equalTo(30))
        .body("trouble", nullValue())
        .body("questions", hasSize(1))
        .body("questions[0].id", equalTo(answer.getString("entry")))
        .body("questions[0].question", equalTo(QUESTION))
        .body("questions[0].asker[0]", equalTo("anna@example.org"))
        .body("questions[0].surface", equalTo("api"))
        .body("questions[0].outcome", equalTo("answered"))
        .body("questions[0].cited[0].document", equalTo(SmallTeam.RESTORE))
        .body("questions[0].cited[0].start", equalTo(answer.getInt("citations[0].start")));
    String all = given().get("/api/trail").then().extract().asString();
    assertThat(all).doesNotContain("Stop the writer");
  }

  @Test
  void whatThePageAsksIsToldApart() {
    given()
        .contentType(ContentType.JSON)
        .header("Sec-Fetch-Site", "same-origin")
        .body(Map.of("question", QUESTION))
        .post("/api/ask")
        .then()
        .statusCode(200);
    given().get("/api/trail/mine").then().body("questions[0].surface", equalTo("page"));
  }

  @Test
  void onlyWhoLooksAfterGillSeesWhatOthersAsked() {
    ask(QUESTION);
    given()
        .get("/api/trail")
        .then()
        .statusCode(403)
        .body("detail", containsString("/api/trail/mine"));
    house.reader = LEAD;
    given().get("/api/trail/mine").then().statusCode(200).body("questions", hasSize(0));
    house.reader = ANNA;
    given()
        .get("/api/trail/mine")
        .then()
        .body("recognised", equalTo(true))
        .body("questions[0].question", equalTo(QUESTION));
    house.reader = Reader.anyone();
    given()
        .get("/api/trail/mine")
        .then()
        .body("recognised", equalTo(false))
        .body("questions", hasSize(0));
  }

  @Test
  void documentsThatWhoeverLooksMayNotReadAreOnlyCounted() {
    house.reader = LEAD;
    ask("What are the salary bands?");
    house.reader = ANNA;
    house.admin = true;
    JsonPath seen = given().get("/api/trail").then().statusCode(200).extract().jsonPath();
    assertThat(seen.getList("questions[0].cited.document")).doesNotContain(SmallTeam.SALARIES);
    assertThat(seen.getInt("questions[0].hidden")).isPositive();
    house.reader = LEAD;
    assertThat(given().get("/api/trail").jsonPath().getList("questions[0].cited.document"))
        .contains(SmallTeam.SALARIES);
  }

  @Test
  void whoeverAskedHasItForgotten() {
    ask(QUESTION);
    house.trail.put("Another's", LEAD, Outcome.UNKNOWN, SmallHouse.NOW);
    given().delete("/api/trail/mine").then().statusCode(204);
    given().get("/api/trail/mine").then().body("questions", hasSize(0));
    house.admin = true;
    given()
        .get("/api/trail")
        .then()
        .body("questions.question", equalTo(java.util.List.of("Another's")));
  }

  @Test
  void itIsReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      house.trail.put("Question " + i, ANNA, Outcome.UNKNOWN, SmallHouse.NOW);
    }
    house.admin = true;
    JsonPath first = given().get("/api/trail?limit=3").jsonPath();
    assertThat(first.getList("questions.question"))
        .containsExactly("Question 4", "Question 3", "Question 2");
    given()
        .get("/api/trail?limit=3&before=" + first.getLong("next"))
        .then()
        .body("questions", hasSize(2))
        .body("next", nullValue());
    given().get("/api/trail?limit=0").then().statusCode(400);
    given()
        .get("/api/trail?before=x")
        .then()
        .statusCode(400)
        .body("detail", containsString("next"));
  }

  @Test
  void whatIsSaidOfAnAnswerIsKeptWithIt() {
    String entry = ask(QUESTION).getString("entry");
    Map<String, Object> said = Map.of("helpful", false, "reason", "It is about the old server.");
    given()
        .contentType(ContentType.JSON)
        .body(said)
        .post("/api/trail/{entry}/opinions", entry)
        .then()
        .statusCode(204);
    given()
        .get("/api/trail/mine")
        .then()
        .body("questions[0].said[0].helpful", equalTo(false))
        .body("questions[0].said[0].reason", equalTo("It is about the old server."));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post("/api/trail/{entry}/opinions", entry)
        .then()
        .statusCode(400)
        .body("detail", containsString("helpful"));
  }

  @Test
  void whileTheTrailIsDownGillAnswersAndSaysWhatIsWrong() {
    house.trail.down =
        "The trail's database cannot be reached; check that it runs and that gill.ledger.url leads to it.";
    assertThat(ask(QUESTION).getString("status")).isEqualTo("answered");
    house.admin = true;
    given()
        .header("Accept-Language", "zh")
        .get("/api/trail")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body("detail", containsString("无法连接"));
  }

  @Test
  void whereNoneIsKeptThatIsSaid() {
    house.trail.days = 0;
    assertThat(ask(QUESTION).getString("entry")).isNull();
    given().get("/api/trail/mine").then().statusCode(200).body("days", equalTo(0));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("helpful", true))
        .post("/api/trail/q1/opinions")
        .then()
        .statusCode(404)
        .body("detail", containsString("gill.trail.days"));
  }
}
