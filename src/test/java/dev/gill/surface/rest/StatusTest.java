package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.gill.answer.Answerer;
import dev.gill.model.Audience;
import dev.gill.model.Origin;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import dev.gill.model.SourceId;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import dev.gill.sync.Rebuilding;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class StatusTest {
  @Inject SmallHouse house;
  @Inject Answerer answerer;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  @Test
  void aDocumentIsShownWithItsChunks() {
    given()
        .get("/api/documents/" + SmallTeam.LEAVE)
        .then()
        .statusCode(200)
        .body("id", equalTo(SmallTeam.LEAVE))
        .body("revision", equalTo("9c01d4"))
        .body("text", containsString("至少提前五个工作日"))
        .body("chunks[0].language", equalTo("zh"))
        .body("chunks[0].headings", contains("请假与年假"))
        .body("chunks[0].position.number", equalTo(1))
        .body("chunks[1].headings", contains("请假与年假", "年假"))
        .body("chunks[1].position.number", equalTo(5));
  }

  @Test
  void anIdMayHoldAnyCharacter() {
    given()
        .get("/api/documents/{id}", SmallTeam.HOSTILE)
        .then()
        .statusCode(200)
        .body("id", equalTo(SmallTeam.HOSTILE));
  }

  @Test
  void aForbiddenDocumentLooksLikeAnAbsentOne() {
    String forbidden =
        given()
            .get("/api/documents/" + SmallTeam.SALARIES)
            .then()
            .statusCode(404)
            .extract()
            .asString();
    String absent =
        given().get("/api/documents/board:none.md").then().statusCode(404).extract().asString();
    String noId =
        given().get("/api/documents/nonsense").then().statusCode(404).extract().asString();
    assertThat(forbidden).isEqualTo(absent).isEqualTo(noId);
    house.reader = Reader.member("leads");
    given().get("/api/documents/" + SmallTeam.SALARIES).then().statusCode(200);
  }

  @Test
  void passagesCarryTheScoresOfBothLegs() throws InterruptedException {
    Question question = new Question("restore the database", Reader.anyone());
    Scored found = answerer.search(question, 2).getFirst();
    given()
        .queryParam("q", "restore the database")
        .queryParam("k", 2)
        .get("/api/search")
        .then()
        .statusCode(200)
        .body("passages", hasSize(2))
        .body("passages[0].score", equalTo((float) found.score()))
        .body("passages[0].lexical", equalTo((float) found.lexical().orElseThrow()))
        .body("passages[0].cosine", equalTo((float) found.cosine().orElseThrow()))
        .body("passages[0].document.id", equalTo(SmallTeam.RESTORE));
  }

  @Test
  void aSourceThatStandsStillSaysSinceWhenAndWhy() {
    house.reader = Reader.member("leads");
    given()
        .get("/api/sources")
        .then()
        .statusCode(200)
        .body("sources.name", contains("board", "handbook", "wiki"))
        .body("sources[0].state", equalTo("failing"))
        .body("sources[0].trouble.why", containsString("refuses the token"))
        .body("sources[0].trouble.since", equalTo("2026-11-20T07:30:33Z"))
        .body("sources[0].trouble.next", equalTo("2026-11-20T09:04:03Z"))
        .body("sources[0].lagP99", equalTo(2.5f))
        .body("sources[0].traffic.requests", equalTo(1204))
        .body("sources[0].traffic.throttled", equalTo(3))
        .body("sources[1].traffic", nullValue())
        .body("sources[1].failures[0].nextTry", equalTo("2026-11-20T09:20:03Z"))
        .body("sources[1].failures[1].nextTry", nullValue())
        .body("sources[1].state", equalTo("in_step"))
        .body("sources[1].type", equalTo("folder"))
        .body("sources[1].cursor", equalTo("2026-11-20T09:00:00Z"))
        .body("sources[1].upTo", equalTo("86 files"))
        .body("sources[1].lag", equalTo(3))
        .body("sources[1].lastSuccess", equalTo("2026-11-20T09:00:00Z"))
        .body("sources[1].trouble", nullValue())
        .body("sources[1].embedded", equalTo(95))
        .body("sources[1].reused", equalTo(2310))
        .body("sources[2].remaining", equalTo(3760))
        .body("sources[2].lag", nullValue());
  }

  /** How many documents there are is told to whoever may read them all. */
  @Test
  void countsAreOfWhatTheReaderMayRead() {
    given()
        .get("/api/sources")
        .then()
        .body("sources[0].name", equalTo("board"))
        .body("sources[0].documents", equalTo(0))
        .body("sources[0].chunks", equalTo(0))
        .body("sources[0].cursor", nullValue())
        .body("sources[0].upTo", equalTo(""))
        .body("sources[0].embedded", nullValue())
        .body("sources[0].reused", nullValue())
        .body("sources[1].documents", greaterThan(0));
    house.reader = Reader.member("leads");
    given()
        .get("/api/sources")
        .then()
        .body("sources[0].documents", equalTo(1))
        .body("sources[0].chunks", greaterThan(0))
        .body("sources[0].embedded", notNullValue());
    house.put(
        "board:draft.md",
        "1",
        new Origin("", "Draft", "", SmallHouse.NOW),
        new Audience.Nobody(),
        "# Draft\n\nNo.");
    given()
        .get("/api/sources")
        .then()
        .body("sources[0].documents", equalTo(1))
        .body("sources[0].embedded", nullValue())
        .body("sources[0].cursor", nullValue());
  }

  /** What has no words in that language stays as it is, and says so. */
  @Test
  void whyADocumentFailedIsSaidInTheLanguageThatIsAccepted() {
    given()
        .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
        .get("/api/sources")
        .then()
        .body("sources[1].failures[0].cause", equalTo("文件有密码保护；请保存一份没有密码的。"))
        .body("sources[1].failures[0].language", equalTo("zh"))
        .body("sources[0].trouble.why", containsString("refuses the token"))
        .body("sources[0].trouble.language", equalTo("en"));
    given()
        .get("/api/sources")
        .then()
        .body("sources[1].failures[0].cause", containsString("protected by a password"))
        .body("sources[1].failures[0].language", equalTo("en"));
  }

  @Test
  void failuresAndBreathsAreShownToThoseWhoMayReadTheDocument() {
    given()
        .get("/api/sources")
        .then()
        .body("sources[1].failures.document", contains("handbook:plans/budget.pdf"))
        .body("sources[1].failures[0].stage", equalTo("parse"))
        .body("sources[1].failures[0].cause", containsString("protected by a password"));
    given().get("/api/breaths").then().body("breaths", hasSize(4));
    house.reader = Reader.member("leads");
    given().get("/api/sources").then().body("sources[1].failures", hasSize(2));
    given().get("/api/breaths").then().body("breaths", hasSize(5));
  }

  @Test
  void aNewIndexIsShownWithHowFarItIs() {
    given().get("/api/sources").then().body("rebuilding", nullValue());
    house.sources.rebuilding =
        Optional.of(
            new Rebuilding(
                40,
                86,
                SmallHouse.NOW,
                "The index was built with a, and Gill runs with b now.",
                Optional.of("It needs 12 MB.")));
    given()
        .get("/api/sources")
        .then()
        .body("rebuilding.documents", nullValue())
        .body("rebuilding.ofAbout", nullValue());
    house.reader = Reader.member("leads");
    given()
        .get("/api/sources")
        .then()
        .body("rebuilding.documents", equalTo(40))
        .body("rebuilding.ofAbout", equalTo(86))
        .body("rebuilding.since", equalTo("2026-11-20T09:00:03Z"))
        .body("rebuilding.why", containsString("built with a"))
        .body("rebuilding.waiting", equalTo("It needs 12 MB."));
  }

  @Test
  void whatIsPassedOverIsShownToThoseWhoMayKnowOfIt() {
    given()
        .get("/api/sources")
        .then()
        .body("sources[0].passedOver.count", equalTo(0))
        .body("sources[1].passedOver.count", equalTo(1))
        .body("sources[1].passedOver.first.document", contains("handbook:shared.md"))
        .body("sources[1].passedOver.first[0].reason", equalTo("leads_out"))
        .body("sources[1].passedOver.first[0].why", containsString("links=follow"))
        .body("sources[1].passedOver.groups[0].reason", equalTo("leads_out"))
        .body("sources[1].passedOver.groups[0].quiet", equalTo(false))
        .body("sources[1].passedOver.groups[0].count", equalTo(1));
    house.reader = Reader.member("leads");
    given().get("/api/sources").then().body("sources[1].passedOver.count", equalTo(2));
  }

  @Test
  void aBreathTellsWhatItCost() {
    given()
        .get("/api/breaths")
        .then()
        .body("breaths[0].document", equalTo(SmallTeam.RESTORE))
        .body("breaths[0].key", equalTo("runbooks/restore.md"))
        .body("breaths[0].kind", equalTo("upserted"))
        .body("breaths[0].chunks", equalTo(14))
        .body("breaths[0].embedded", equalTo(1))
        .body("breaths[0].reused", equalTo(13))
        .body("breaths[0].milliseconds", equalTo(58));
  }

  @Test
  void aSourceIsLookedAtNow() {
    given().post("/api/sources/handbook/sync").then().statusCode(202);
    assertThat(house.sources.looked).containsExactly(new SourceId("handbook"));
    given()
        .post("/api/sources/nowhere/sync")
        .then()
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE);
    given()
        .post("/api/sources/No Such/sync")
        .then()
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE);
  }
}
