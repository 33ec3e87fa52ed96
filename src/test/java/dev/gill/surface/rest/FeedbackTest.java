package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gill.ledger.Feedback;
import dev.gill.ledger.FeedbackBox;
import dev.gill.model.DocId;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class FeedbackTest {
  private static final String QUESTION = "What must happen to the writer before you restore?";

  @Inject SmallHouse house;

  @BeforeEach
  void moveIn() throws IOException {
    SmallTeam.moveInto(house);
    Files.deleteIfExists(house.kept.resolve("feedback.jsonl"));
  }

  private static Map<String, Object> aboutTheFirstCitation() {
    var citation =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("question", QUESTION))
            .post("/api/ask")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return new HashMap<>(
        Map.of(
            "question",
            QUESTION,
            "helpful",
            true,
            "document",
            citation.getString("citations[0].document.id"),
            "revision",
            citation.getString("citations[0].revision"),
            "start",
            citation.getInt("citations[0].start"),
            "end",
            citation.getInt("citations[0].end")));
  }

  private static ValidatableResponse say(Map<String, Object> feedback) {
    return given().contentType(ContentType.JSON).body(feedback).post("/api/feedback").then();
  }

  private List<Feedback> kept() throws IOException {
    return FeedbackBox.in(house.kept, false).read();
  }

  @Test
  void whatIsSaidOfACitationIsKeptWithoutAnyWordOfTheDocument() throws IOException {
    say(aboutTheFirstCitation()).statusCode(204);
    assertThat(kept())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.question()).isEqualTo(QUESTION);
              assertThat(said.helpful()).isTrue();
              assertThat(said.document()).isEqualTo(DocId.parse(SmallTeam.RESTORE));
              assertThat(said.at()).isEqualTo(SmallHouse.NOW);
            });
    assertThat(Files.readString(house.kept.resolve("feedback.jsonl"))).doesNotContain("Stop");
  }

  @Test
  void ofAnotherRevisionOrPlaceNothingIsKept() throws IOException {
    Map<String, Object> old = aboutTheFirstCitation();
    old.put("revision", "long-ago");
    say(old).statusCode(404).body("detail", containsString("ask again"));
    Map<String, Object> beyond = aboutTheFirstCitation();
    beyond.put("end", 1_000_000);
    say(beyond).statusCode(404);
    Map<String, Object> nowhere = aboutTheFirstCitation();
    nowhere.put("document", "nowhere");
    say(nowhere).statusCode(404);
    assertThat(kept()).isEmpty();
  }

  @Test
  void ofWhatOneMayNotReadNothingIsKept() throws IOException {
    Map<String, Object> salaries = aboutTheFirstCitation();
    salaries.putAll(Map.of("document", SmallTeam.SALARIES, "revision", "7"));
    house.reader = Reader.member("leads");
    JsonPath page =
        given()
            .get("/api/documents/" + SmallTeam.SALARIES)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    salaries.putAll(
        Map.of("start", page.getInt("chunks[0].start"), "end", page.getInt("chunks[0].end")));
    house.reader = Reader.anyone();
    say(salaries).statusCode(404);
    assertThat(kept()).isEmpty();
    house.reader = Reader.member("leads");
    say(salaries).statusCode(204);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Map<String, Object> silent = aboutTheFirstCitation();
    silent.remove("helpful");
    say(silent).statusCode(400).body("detail", containsString("helpful"));
    Map<String, Object> unasked = aboutTheFirstCitation();
    unasked.put("question", " ");
    say(unasked).statusCode(400).body("detail", containsString("question"));
    assertThat(kept()).isEmpty();
  }
}
