package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.gill.answer.Answerer;
import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.Origin;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class AskTest {
  @Inject SmallHouse house;
  @Inject Answerer answerer;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private static ValidatableResponse ask(String question) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("question", question))
        .when()
        .post("/api/ask")
        .then();
  }

  @Test
  void anAnswerSaysWhatAModelHadToDoWithIt() {
    ask("What must happen to the writer before you restore, by a model?")
        .statusCode(200)
        .body("composition.model", equalTo("small <b>"))
        .body("composition.outcome", equalTo("worded"))
        .body("composition.note", containsString("740 tokens, 1.3 s"))
        .body("composition.dropped[0].text", equalTo("Stop it for <b>90</b> minutes."))
        .body("composition.dropped[0].why", equalTo("number"))
        .body("composition.dropped[0].reason", containsString("does not stand there"));
  }

  @Test
  void anAnswerCarriesCitationsThatCanBeChecked() {
    ask("What must happen to the writer before you restore?")
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("status", equalTo("answered"))
        .body("answer", containsString(SmallTeam.STOP + " [1]"))
        .body("citations[0].marker", equalTo(1))
        .body("citations[0].quote", equalTo(SmallTeam.STOP))
        .body("citations[0].revision", equalTo("4f2a91c07be344d2a1f0c2de9b7a6c5d4e3f2a1b"))
        .body("citations[0].document.id", equalTo(SmallTeam.RESTORE))
        .body("citations[0].document.source", equalTo("handbook"))
        .body("citations[0].document.title", equalTo("Restoring the database"))
        .body("citations[0].document.url", containsString("restore.md#L7"))
        .body(
            "citations[0].document.revisionUrl", containsString("4f2a91c0/runbooks/restore.md#L7"))
        .body(
            "citations[0].document.headings",
            equalTo(java.util.List.of("Restoring the database", "Before you start")))
        .body("citations[0].document.position.unit", equalTo("line"))
        .body("citations[0].document.position.number", equalTo(7))
        .body("citations[0].document.author", equalTo("Platform team"))
        .body("citations[0].document.modified", equalTo("2026-11-18T16:20:00Z"))
        .body("nearest", empty())
        .body("asOf", equalTo("2026-11-20T09:00:00Z"))
        .body("asOfBySource.handbook", equalTo("2026-11-20T09:00:00Z"))
        .body("answeredAt", equalTo("2026-11-20T09:00:03Z"));
  }

  @Test
  void aQuoteStandsWhereItsOffsetsSay() {
    var citation = ask("writer before you restore").extract().jsonPath().getMap("citations[0]");
    String text = given().get("/api/documents/" + SmallTeam.RESTORE).then().extract().path("text");
    assertThat(text.substring((int) citation.get("start"), (int) citation.get("end")))
        .isEqualTo(citation.get("quote"));
  }

  @Test
  void whatIsOnlyNearIsQuotedButIsNoAnswer() {
    ask(SmallTeam.NEAR)
        .statusCode(200)
        .body("status", equalTo("near"))
        .body("answer", nullValue())
        .body("citations", hasSize(1))
        .body("citations[0].quote", equalTo(SmallTeam.STOP))
        .body("nearest", empty());
  }

  @Test
  void notKnowingShowsWhatCameNearest() throws InterruptedException {
    Scored found = answerer.search(new Question("zebra", Reader.anyone()), 1).getFirst();
    ask("zebra")
        .statusCode(200)
        .body("status", equalTo("unknown"))
        .body("answer", nullValue())
        .body("citations", empty())
        .body("nearest", hasSize(3))
        .body("nearest[0].document.author", not(nullValue()))
        .body("nearest[0].text", equalTo(found.passage().chunk().text()))
        .body("nearest[0].score", equalTo((float) found.score()))
        .body("nearest[0].lexical", nullValue())
        .body("nearest[0].cosine", equalTo((float) found.cosine().orElseThrow()));
  }

  @Test
  void whatOneMayNotReadIsNeverAnswered() {
    ask("secret salary figure").body("status", equalTo("unknown"));
    ask("secret salary figure").body("nearest.document.source", everyItem(equalTo("handbook")));
    house.reader = Reader.member("leads");
    ask("secret salary figure").body("answer", containsString("91,250"));
  }

  @Test
  void streamsTheSameAsEvents() {
    String events =
        given()
            .contentType(ContentType.JSON)
            .accept("text/event-stream")
            .body(Map.of("question", "writer before you restore"))
            .when()
            .post("/api/ask")
            .then()
            .statusCode(200)
            .contentType(containsString("text/event-stream"))
            .extract()
            .asString();
    assertThat(events.lines().filter(line -> line.startsWith("event:")))
        .startsWith("event:citation")
        .endsWith("event:answer", "event:done");
    assertThat(events)
        .contains("data:" + SmallTeam.STOP + " [1]")
        .contains("\"status\":\"answered\"");
  }

  @Test
  void aStreamThatCannotBeginIsAProblem() {
    given()
        .contentType(ContentType.JSON)
        .accept("text/event-stream")
        .body("{\"question\":\" \"}")
        .post("/api/ask")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("title", equalTo("Invalid question"));
  }

  @Test
  void aDateSaysWhatItIsTheDateOf() {
    ask("What must happen to the writer before you restore?")
        .body("citations[0].document.dated", equalTo("revision"));
    house.put(
        SmallTeam.RESTORE,
        "2",
        new Origin("", "Restoring", "", SmallHouse.NOW, Dated.FILE),
        new Audience.Everyone(),
        "# Restoring\n\nStop the writer before you restore.\n");
    ask("What must happen to the writer before you restore?")
        .body("citations[0].document.dated", equalTo("file"));
    given().get("/api/documents/" + SmallTeam.RESTORE).then().body("dated", equalTo("file"));
  }

  @Test
  void anAnswerFromASourceThatStandsStillSaysSo() {
    ask("What must happen to the writer before you restore?").body("standstills", empty());
    house.sources.statuses.replaceAll(
        status -> status.source().name().equals("handbook") ? SmallTeam.standing(status) : status);
    ask("What must happen to the writer before you restore?")
        .body("status", equalTo("answered"))
        .body("standstills.source", contains("handbook"))
        .body("standstills[0].why", equalTo("The folder is not there; mount its drive."))
        .body("standstills[0].since", equalTo("2026-11-20T08:55:03Z"));
    ask("zebra").body("standstills.source", contains("board", "handbook"));
  }

  @Test
  void howFarTheFirstReadingIsStandsBesideAnUnknown() {
    ask("zebra").body("firstPass.read", equalTo(1240)).body("firstPass.of", equalTo(5000));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("question", "zebra", "sources", java.util.List.of("handbook")))
        .post("/api/ask")
        .then()
        .body("firstPass", nullValue());
    house.sources.statuses.removeIf(status -> status.source().name().equals("wiki"));
    ask("zebra").body("firstPass", nullValue());
  }

  @Test
  void codeIsKeptApartAndWhatIsSoughtIsMarked() {
    house.put(
        "handbook:code.md",
        "1",
        new Origin("", "Setting up", "", SmallHouse.NOW),
        new Audience.Everyone(),
        "# Setting up\n\nTo set up the code, run this.\n\n```sh\n./bin/setup\n./bin/test\n```\n");
    ask("How do I set up the code?")
        .body("statements[0].parts.kind", equalTo(java.util.List.of("words", "code")))
        .body("statements[0].parts[1].text", equalTo("./bin/setup\n./bin/test"))
        .body("answer", containsString("./bin/test [1]"))
        .body("citations[0].excerpt.find { it.marked }.text", containsString("To set up the code"));
  }
}
