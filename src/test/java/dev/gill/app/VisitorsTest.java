package dev.gill.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import dev.gill.Browser;
import dev.gill.Browser.Look;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What first-time visitors do, walked in a real browser over the real Gill. With {@code
 * -Dtest.pictures=FOLDER} each step leaves a picture.
 */
@QuarkusTest
@TestProfile(SampleTeam.class)
@Tag("slow")
class VisitorsTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(SOON.toMillis());
  }

  @TestHTTPResource URI home;
  private Browser browser;

  @BeforeEach
  void firstPassDone() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
    browser = Browser.open(home.toString().replaceAll("/$", ""));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      assertThat(browser.complaints()).isEmpty();
      browser.close();
    }
  }

  private static String asking(String question) {
    return "/?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
  }

  private Page ask(String question, Look look, String language) {
    Page page = browser.visit(asking(question), look, language);
    assertThat(page.locator(".answer")).isVisible();
    return page;
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("test.pictures");
    if (folder != null) {
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setType(ScreenshotType.JPEG)
              .setQuality(60)
              .setPath(Path.of(folder, name + ".jpg")));
    }
  }

  @Test
  void aNewHireFindsTheStepsAndTheCode() {
    Page page = browser.visit("/", Look.LIGHT);
    assertThat(page.locator("#suggestions")).isVisible();
    picture(page, "new-hire-1-first-page");
    page = ask("what do i do on my first day", Look.LIGHT, "en");
    assertThat(page.locator(".answer p").first()).containsText("1. Collect your laptop");
    assertThat(page.locator(".answer")).containsText("6. Read how we work");
    picture(page, "new-hire-2-steps");
    page.locator(".card .open").first().click();
    assertThat(page.locator(".standing")).containsText("Unchanged since it was quoted.");
    picture(page, "new-hire-3-passage");
    page = ask("how do i set up the code", Look.LIGHT, "en");
    assertThat(page.locator(".answer figure.code pre")).containsText("./bin/setup");
    assertThat(page.locator(".card")).hasCount(1);
    assertThat(page.locator(".card .facts")).containsText("file changed");
    picture(page, "new-hire-4-code");
    picture(ask("how do i set up the code", Look.DARK_PHONE, "en"), "new-hire-5-code-on-a-phone");
  }

  @Test
  void aChineseColleagueReadsEverythingInChinese() {
    Page page = browser.visit("/", Look.LIGHT, "zh-CN");
    assertThat(page.locator("html")).hasAttribute("lang", "zh");
    picture(page, "chinese-1-first-page");
    page = ask("怎么回滚？", Look.LIGHT, "zh-CN");
    assertThat(page.locator(".answer figure.code").first()).containsText("curtainctl rollback");
    picture(page, "chinese-2-steps");
    page = ask("我有多少天年假？", Look.LIGHT, "zh-CN");
    assertThat(page.locator(".answer")).containsText("27 days");
    assertThat(page.locator(".card .abroad").first()).hasText("这份文档是英文的，与提问的语言不同。");
    picture(page, "chinese-3-from-the-other-language");
  }

  @Test
  void aTeamLeadSeesWhereADocumentWentAndHowOldItIs() throws IOException {
    Path old = SampleTeam.folder().resolve("parking.md");
    Path now = SampleTeam.folder().resolve("parking-garage.md");
    Files.writeString(
        old,
        "---\nupdated: 2025-09-02\n---\n\n# Parking\n\nThe parking garage is locked at midnight sharp.\n\n"
            + "| Role | Extension |\n|---|---|\n| Guard of the garage | 117 |\n");
    String question = "When is the parking garage locked?";
    await().atMost(SOON).until(() -> answer(question).contains("midnight"));
    Page page = ask(question, Look.LIGHT, "en");
    assertThat(page.locator(".card .facts").first()).containsText("2 Sept 2025");
    String cited = page.locator(".card .open").first().getAttribute("href");
    picture(page, "team-lead-1-own-date");
    assertThat(answer("Which extension has the guard of the garage?"))
        .contains("Guard of the garage: Extension 117");
    Files.move(old, now);
    await()
        .atMost(SOON)
        .until(() -> given().get("/api/documents/team:parking.md").statusCode() == 404);
    page.navigate(cited);
    assertThat(page.locator(".standing")).containsText("Moved since it was quoted.");
    picture(page, "team-lead-2-renamed");
    page = ask("Who won the chess cup?", Look.LIGHT, "en");
    assertThat(page.locator(".answer")).containsText("I don’t know");
    assertThat(page.locator(".card").first()).isVisible();
    picture(page, "team-lead-3-unknown");
    Files.delete(now);
  }

  @Test
  void anOperatorSeesOnTheAnswerThatASourceStandsStill() throws IOException {
    Path folder = SampleTeam.folder();
    Path away = folder.resolveSibling("away");
    picture(browser.visit("/sources", Look.LIGHT), "operator-1-sources");
    Files.move(folder, away);
    try {
      await()
          .atMost(SOON)
          .until(
              () -> {
                given().post("/api/sources/team/sync");
                return !given()
                    .get("/api/sources")
                    .jsonPath()
                    .getList("sources.findAll { it.name == 'team' && it.trouble != null }")
                    .isEmpty();
              });
      Page page = ask("Who approves expenses over 200 euros?", Look.LIGHT, "en");
      assertThat(page.locator(".fresh")).hasClass("fresh amber");
      assertThat(page.locator(".standstill")).containsText("team has stood still for");
      picture(page, "operator-2-standing-still");
      picture(browser.visit("/sources", Look.LIGHT), "operator-3-sources-standing-still");
    } finally {
      Files.move(away, folder);
    }
    await()
        .atMost(SOON)
        .until(
            () -> {
              given().post("/api/sources/team/sync");
              return given()
                  .get("/api/sources")
                  .jsonPath()
                  .getList("sources.findAll { it.trouble != null }")
                  .isEmpty();
            });
  }

  private static String answer(String question) {
    String answer =
        given()
            .contentType("application/json")
            .body(Map.of("question", question))
            .post("/api/ask")
            .jsonPath()
            .getString("answer");
    return answer == null ? "" : answer;
  }
}
