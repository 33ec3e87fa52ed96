package dev.gill.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.gill.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleTeam.class)
@Tag("slow")
class EndToEndTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TestHTTPResource URI home;
  @Inject ManagedExecutor workers;

  @BeforeEach
  void firstPassDone() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
  }

  @Test
  void askClickTheCitationEditTheFileAskAgain() throws IOException {
    Path runbook = SampleTeam.folder().resolve("runbooks/restore-database.md");
    try (Browser browser = Browser.open(home.toString().replaceAll("/$", ""))) {
      Page page = browser.visit("/?q=How+long+do+we+keep+database+backups%3F", Browser.Look.LIGHT);
      assertThat(page.locator(".answer")).containsText("We keep database backups for 35 days.");
      page.locator(".card .open").first().click();
      Locator mark = page.locator("#passage");
      assertThat(mark).containsText("We keep database backups for 35 days.");
      assertThat(mark).isInViewport();
      assertThat(page.locator(".standing")).containsText("Unchanged since it was quoted.");
      String cited = page.url();

      edit(
          runbook,
          "We keep database backups for 35 days.",
          "We keep database backups for 90 days.");
      await()
          .atMost(SOON)
          .until(() -> answer("How long do we keep database backups?").contains("90 days"));

      page.navigate("/?q=How+long+do+we+keep+database+backups%3F");
      assertThat(page.locator(".answer")).containsText("We keep database backups for 90 days.");
      page.navigate(cited);
      assertThat(page.locator(".standing")).containsText("Edited since");
      assertThat(page.locator("#passage")).containsText("90 days");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void whoeverFollowsTheSampleTeamIsOfferedQuestionsToTry() {
    given()
        .get("/")
        .then()
        .body(containsString("Questions to try"))
        .body(not(containsString("data-helpful")))
        .body(containsString("How long do we keep database backups?"))
        .body(containsString("备份保留多久？"));
    given()
        .queryParam("q", "restor")
        .get("/api/suggest")
        .then()
        .body("suggestions[0].text", containsString("Restor"));
  }

  @Test
  void anEditIsAnsweredFromAndOnlyItsChunkIsEmbedded() throws IOException {
    Path page = SampleTeam.folder().resolve("handbook/expenses.md");
    Files.writeString(
        page,
        Files.readString(page)
            + "\n## Bicycles\n\nThe team pays for bicycle repairs up to 77 euros a year.\n");
    await()
        .atMost(SOON)
        .until(() -> answer("What does the team pay for bicycle repairs?").contains("77 euros"));
    List<Map<String, Object>> breaths =
        given()
            .get("/api/breaths")
            .jsonPath()
            .getList("breaths.findAll { it.document == 'team:handbook/expenses.md' }");
    assertThat(breaths.getFirst().get("embedded")).isEqualTo(1);
    assertThat((Integer) breaths.getFirst().get("reused")).isGreaterThan(1);
  }

  @Test
  void aDeletedFileIsNoLongerAnsweredFrom() throws IOException {
    Path note = SampleTeam.folder().resolve("parrot.md");
    Files.writeString(
        note, "# The office parrot\n\nThe office parrot is fed with sunflower seeds at noon.\n");
    await()
        .atMost(SOON)
        .until(() -> answer("What is the office parrot fed with?").contains("sunflower"));
    Files.delete(note);
    await()
        .atMost(SOON)
        .until(() -> !answer("What is the office parrot fed with?").contains("sunflower"));
    given().get("/api/documents/team:parrot.md").then().statusCode(404);
  }

  @Test
  void everyQuoteStandsVerbatimInTheDocumentThatIsCited() {
    for (String question :
        List.of(
            "Who approves expenses over 200 euros?", "备份保留多久？", "On which days do we deploy?")) {
      JsonPath reply = ask(question);
      assertThat(reply.getString("status")).as(question).isEqualTo("answered");
      for (Map<String, Object> citation : reply.<Map<String, Object>>getList("citations")) {
        Map<?, ?> document = (Map<?, ?>) citation.get("document");
        JsonPath stored = given().get("/api/documents/" + document.get("id")).jsonPath();
        String there =
            stored
                .getString("text")
                .substring((Integer) citation.get("start"), (Integer) citation.get("end"));
        assertThat(there).isEqualTo(citation.get("quote"));
        assertThat(stored.getString("revision")).isEqualTo(citation.get("revision"));
      }
    }
  }

  @Test
  void whoMayNotReadItNeverMeetsIt() {
    String secret = "What is the salary band of a platform engineer?";
    assertThat(ask(secret).prettify()).doesNotContain("61,000").doesNotContain("salaries.md");
    assertThat(given().queryParam("q", secret).get("/api/search").asString())
        .doesNotContain("61,000");
    given().get("/api/documents/leads:salaries.md").then().statusCode(404);
    given().get("/documents/leads:salaries.md").then().statusCode(404);
    assertThat(given().get("/api/breaths").asString()).doesNotContain("salaries.md");
  }

  @Test
  void saysThatItDoesNotKnow() {
    JsonPath reply = ask("How do I renew my passport at the embassy of Mongolia?");
    assertThat(reply.getString("status")).isEqualTo("unknown");
    assertThat(reply.getList("citations")).isEmpty();
    assertThat(reply.getList("nearest")).isNotEmpty();
  }

  @Test
  void keepsNoFeedbackUnlessThatIsSwitchedOn() {
    assertThat(given().get("/").asString()).doesNotContain("data-helpful");
    given()
        .contentType("application/json")
        .body(Map.of("question", "Why?", "helpful", true, "document", "team:onboarding.md"))
        .post("/api/feedback")
        .then()
        .statusCode(404)
        .body("title", equalTo("No feedback"));
  }

  @Test
  void measuresWhatItDoes() {
    answer("On which days do we deploy?");
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics)
        .contains("gill_documents{source=\"team\"")
        .contains("gill_chunks_embedded_total{source=\"team\"")
        .contains("gill_lag_seconds{source=\"team\"")
        .contains("gill_ask_seconds_count{outcome=\"answered\"");
  }

  @Test
  void tellsItsHealthWhileAllThreadsAreBusy() {
    CountDownLatch done = new CountDownLatch(1);
    try {
      for (int i = 0; i < 400; i++) {
        workers.submit(
            () -> {
              done.await();
              return null;
            });
      }
      for (String path : List.of("/q/health/live", "/q/health/ready")) {
        given().config(impatient()).get(path).then().statusCode(200).body("checks", hasSize(1));
      }
    } finally {
      done.countDown();
    }
  }

  private static RestAssuredConfig impatient() {
    return RestAssuredConfig.config()
        .httpClient(
            HttpClientConfig.httpClientConfig()
                .setParam("http.socket.timeout", 20_000)
                .setParam("http.connection.timeout", 20_000));
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static String answer(String question) {
    return String.valueOf(ask(question).getString("answer"));
  }

  private static JsonPath ask(String question) {
    return given()
        .contentType("application/json")
        .body(Map.of("question", question))
        .post("/api/ask")
        .jsonPath();
  }
}
