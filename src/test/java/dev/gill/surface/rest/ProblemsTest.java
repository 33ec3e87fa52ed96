package dev.gill.surface.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class ProblemsTest {
  @Inject SmallHouse house;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("status", equalTo(status))
        .body("type", containsString("urn:gill:problem:"))
        .body("title", not(equalTo("")))
        .body("detail", not(equalTo("")));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/ask").then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"question\":\"\"}", "{\"question\":\" \\n\"}", "{}", "null"})
  void anEmptyQuestion(String body) {
    problem(post(body), 400).body("detail", equalTo("The question must not be empty."));
  }

  @Test
  void anOverlongQuestion() {
    problem(post("{\"question\":\"" + "x".repeat(2001) + "\"}"), 400)
        .body("detail", equalTo("The question has 2,001 characters; shorten it to 2,000 at most."));
    post("{\"question\":\"" + "汉".repeat(2000) + "\"}").statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1]", "\"text\"", "{\"question\":{\"a\":1}}", "{\"question\":[]}"})
  void aBodyThatIsNotTheRightJson(String body) {
    problem(post(body), 400).body("title", equalTo("Malformed body"));
  }

  @Test
  void aBodyOfAnotherType() {
    problem(given().contentType("text/plain").body("hello").post("/api/ask").then(), 415);
    problem(
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("q=1")
            .post("/api/ask")
            .then(),
        415);
  }

  @Test
  void aBodyThatIsTooLarge() {
    problem(post("{\"question\":\"" + "x".repeat(70_000) + "\"}"), 413);
  }

  @Test
  void anAnswerTypeThatIsNotServed() {
    problem(given().accept("text/csv").get("/api/sources").then(), 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "1.5", "99999999999"})
  void aNumberOfPassagesOutOfBounds(String k) {
    problem(given().queryParam("q", "x").queryParam("k", k).get("/api/search").then(), 400)
        .body("detail", equalTo("k must be a whole number from 1 to 100."));
  }

  @Test
  void aSearchForNothing() {
    problem(given().get("/api/search").then(), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/api/sources/handbook/else", "/api/", "/api/ask/more"})
  void anUnknownPath(String path) {
    problem(given().get(path).then(), 404).body("title", equalTo("Unknown path"));
  }

  @Test
  void aMethodThatIsNotServed() {
    problem(given().get("/api/ask").then(), 405);
    problem(given().delete("/api/sources").then(), 405);
  }

  @Test
  void aStoppingServer() {
    problem(post("{\"question\":\"interrupt\"}"), 503);
  }

  @Test
  void anInternalErrorTellsItsLogEntryAndNothingElse() {
    List<String> logged = new ArrayList<>();
    Handler handler = new Listener(logged);
    Logger log = Logger.getLogger(Problems.class.getName());
    log.addHandler(handler);
    try {
      String body =
          problem(post("{\"question\":\"explode\"}"), 500)
              .body(not(containsString("hunter2")))
              .body(not(containsString("Exception")))
              .body(not(containsString("dev.gill")))
              .extract()
              .path("errorId");
      assertThat(logged).singleElement().asString().contains(body);
    } finally {
      log.removeHandler(handler);
    }
  }

  @Test
  void theDescriptionTellsOfProblemsAndShapes() {
    Map<String, Object> openapi =
        given().accept(ContentType.JSON).get("/q/openapi").then().extract().jsonPath().getMap("");
    assertThat(openapi.get("paths"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsKeys(
            "/api/ask",
            "/api/search",
            "/api/documents/{id}",
            "/api/sources",
            "/api/sources/{name}/sync",
            "/api/breaths");
    assertThat(openapi.toString())
        .contains("application/problem+json")
        .contains("AskReply")
        .contains("text/event-stream")
        .contains("How do we restore the database from a backup?");
  }

  /** Notes what is logged. */
  private static final class Listener extends Handler {
    private final List<String> logged;

    private Listener(List<String> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord entry) {
      logged.add(
          new org.jboss.logmanager.formatters.PatternFormatter("%s")
              .format(org.jboss.logmanager.ExtLogRecord.wrap(entry)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
