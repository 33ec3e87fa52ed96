package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import dev.gill.model.Audience;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that are restricted to sources and days, and what is suggested while typing. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class RestrictTest {
  private static final String QUESTION = "What about the writer before you restore?";

  @Inject SmallHouse house;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
    house.put(
        "wiki:notes.md",
        "1",
        new Origin("", "Old notes", "", Instant.parse("2020-05-01T23:59:59.999Z")),
        new Audience.Everyone(),
        "# Old notes\n\nStop the writer before you restore anything from the notes.");
  }

  private static ValidatableResponse ask(Map<String, Object> restriction) {
    Map<String, Object> body = new java.util.HashMap<>(restriction);
    body.put("question", QUESTION);
    return given().contentType("application/json").body(body).post("/api/ask").then();
  }

  @Test
  void anAnswerComesFromTheSourcesThatAreNamed() {
    ask(Map.of("sources", List.of("wiki")))
        .statusCode(200)
        .body("citations.document.source", everyItem(equalTo("wiki")))
        .body("citations", not(empty()));
    ask(Map.of("sources", List.of("handbook")))
        .body("citations.document.source", everyItem(equalTo("handbook")))
        .body("citations", not(empty()));
    ask(Map.of("sources", List.of("board"))).body("status", equalTo("unknown"));
    ask(Map.of("sources", List.of())).statusCode(200).body("status", equalTo("answered"));
  }

  @Test
  void aSourceOpensNothingThatItsReaderMayNotRead() {
    for (Reader reader : List.of(Reader.anyone(), Reader.member("leads"))) {
      house.reader = reader;
      given()
          .queryParam("q", "salary bands")
          .queryParam("source", "board")
          .get("/api/search")
          .then()
          .statusCode(200)
          .body("passages", reader.equals(Reader.anyone()) ? empty() : not(empty()));
    }
  }

  @Test
  void daysAreWholeDaysInUtcAndTheLastIsPartOfIt() {
    for (String[] days :
        List.of(
            new String[] {"from", "2020-05-02"},
            new String[] {"until", "2020-05-01"},
            new String[] {"from", "2020-05-01"})) {
      var found =
          given()
              .queryParam("q", QUESTION)
              .queryParam(days[0], days[1])
              .queryParam("source", "wiki", "handbook")
              .get("/api/search")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .getList("passages.document.source", String.class);
      org.assertj.core.api.Assertions.assertThat(found.contains("wiki"))
          .as(days[0] + " " + days[1])
          .isEqualTo(!days[1].equals("2020-05-02"));
      org.assertj.core.api.Assertions.assertThat(found.contains("handbook"))
          .as(days[0] + " " + days[1])
          .isEqualTo(!days[0].equals("until"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source=nowhere | There is no source nowhere; /api/sources lists them all.",
        "from=yesterday | yesterday must be a date such as 2026-01-31.",
        "until=2026-02-30 | 2026-02-30 must be a date such as 2026-01-31.",
        "from=+1000000-01-01 | +1000000-01-01 must be a date such as 2026-01-31.",
        "from=2026-02-02&until=2026-02-01 | from must not be later than until."
      })
  void whatIsNoRestrictionGetsASentenceThatSaysWhatToDo(String query, String detail) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/search?q=restore&" + query.replace("+", "%2B"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", equalTo(detail));
  }

  @Test
  void theSameHoldsForQuestions() {
    ask(Map.of("sources", List.of("x".repeat(500))))
        .statusCode(400)
        .body(
            "detail",
            equalTo("There is no source " + "x".repeat(40) + "…; /api/sources lists them all."));
    ask(Map.of("from", "01.02.2026")).statusCode(400);
    ask(Map.of("sources", Collections.nCopies(101, "wiki")))
        .statusCode(400)
        .body("detail", equalTo("Name 100 sources at most."));
  }

  @Test
  void suggestionsAreTitlesAndHeadingsThatTheReaderMayRead() {
    suggest("old").body("suggestions.text", contains("Old notes"));
    suggest("restoring the d").body("suggestions.question", contains("Restoring the database"));
    suggest("befo")
        .body("suggestions.question", contains("Restoring the database: Before you start"))
        .body("suggestions.within", contains("Restoring the database"))
        .body("suggestions.language", contains("en"));
    suggest("请假").body("suggestions[0].language", equalTo("zh"));
    suggest("salary").body("suggestions", empty());
    house.reader = Reader.member("leads");
    suggest("salary").body("suggestions.text", containsInAnyOrder("Salary bands"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "zebra crossing"})
  void nothingIsSuggestedForNothing(String typed) {
    suggest(typed).body("suggestions", empty());
  }

  private static ValidatableResponse suggest(String typed) {
    return given().queryParam("q", typed).get("/api/suggest").then().statusCode(200);
  }
}
