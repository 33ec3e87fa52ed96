package dev.gill.surface.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.gill.answer.QuoteSeal;
import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class PagesTest {
  private static final String QUOTE = "Stop the writer before you restore.";

  @Inject SmallHouse house;
  @Inject QuoteSeal seal;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  /** The page that a link leads to which Gill itself made of an answer. */
  private Document document(String id, String revision, int start, String quote) {
    return document(id, revision, start, quote, seal.sign(DocId.parse(id), revision, start, quote));
  }

  private static Document document(
      String id, String revision, int start, String quote, String signature) {
    return Jsoup.parse(
        given()
            .queryParam("revision", revision)
            .queryParam("start", start)
            .queryParam("end", start + quote.length())
            .queryParam("quote", quote)
            .queryParam("signature", signature)
            .get("/documents/{id}", id)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private String text() {
    return given().get("/api/documents/" + SmallTeam.RESTORE).then().extract().path("text");
  }

  private void edit(String revision, String from, String to) {
    house.put(
        SmallTeam.RESTORE,
        revision,
        new Origin("", "Restoring the database", "Platform team", SmallHouse.NOW),
        new Audience.Everyone(),
        text().replace(from, to));
  }

  @Test
  void theFirstPageOffersQuestionsToTry() {
    Document page = Jsoup.parse(given().get("/").then().statusCode(200).extract().asString());
    assertThat(page.select("#suggestions a").eachText())
        .containsExactly("How do we restore the database?", "请假需要提前多久？");
    assertThat(page.select("#recent, #headings")).isEmpty();
    assertThat(page.select("#suggestions a").get(1).attr("lang")).isEqualTo("zh");
    assertThat(page.select("#suggestions a").get(0).attr("href"))
        .isEqualTo("/?q=How+do+we+restore+the+database%3F");
  }

  @Test
  void questionsInTheLanguageOfThePageComeFirst() {
    String chinese = given().header("Accept-Language", "zh-CN").get("/").asString();
    assertThat(Jsoup.parse(chinese).select("#suggestions a").eachText())
        .containsExactly("请假需要提前多久？", "How do we restore the database?");
  }

  @Test
  void theFirstPageOverOtherDocumentsOffersTheLatestAndTheirHeadings() {
    house.remove(SmallTeam.RESTORE);
    house.remove(SmallTeam.LEAVE);
    house.put(
        "handbook:travel.md",
        "1",
        new Origin("", "Travel", "", SmallHouse.NOW),
        new Audience.Everyone(),
        "# Travel\n\nIntroduction.\n\n## Booking a train\n\nBook early.");
    Document page = Jsoup.parse(given().get("/").then().statusCode(200).extract().asString());
    assertThat(page.select("#suggestions")).isEmpty();
    assertThat(page.select("#recent li").eachText())
        .containsExactly(
            "Travel handbook 20 Nov 2026, 09:00 UTC",
            "<img src=x onerror=alert(1)> handbook 18 Nov 2026, 16:20 UTC");
    assertThat(page.select("#recent a").getFirst().attr("href"))
        .isEqualTo("/documents/handbook:travel.md");
    given()
        .urlEncodingEnabled(false)
        .get(page.select("#recent a").get(1).attr("href"))
        .then()
        .statusCode(200);
    assertThat(page.select("#headings a").eachText()).contains("Booking a train");
    assertThat(page.text()).doesNotContain("Salary");
    house.reader = Reader.member("leads");
    assertThat(given().get("/").then().extract().asString()).contains("What are the salary bands?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sources",
        "/documents/handbook:runbooks/restore.md",
        "/documents/no:ne",
        "/none",
        "/api/sources",
        "/api/none",
        "/q/health",
        "/assets/gill.css"
      })
  void everyResponseIsProtected(String path) {
    given()
        .accept("text/html,*/*")
        .get(path)
        .then()
        .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Frame-Options", "DENY")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }

  @Test
  void pagesOfQuarkusThatNeedScriptsInsideAreLeftToIt() {
    given()
        .get("/q/swagger-ui/")
        .then()
        .header("Content-Security-Policy", nullValue())
        .header("X-Frame-Options", "DENY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sources", "/api/sources", "/api/none", "/none", "/q/health"})
  void noCacheKeepsWhatSomebodyAsked(String path) {
    given().get(path).then().header("Cache-Control", "no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sources", "/documents/handbook:runbooks/restore.md", "/none"})
  void nothingIsInlineAndNothingComesFromElsewhere(String path) {
    Document page = Jsoup.parse(given().accept("text/html").get(path).then().extract().asString());
    assertThat(page.select("style, [style], script:not([src]), [onclick], [onload]")).isEmpty();
    assertThat(page.select("script, link[href], img").eachAttr("src"))
        .allMatch(s -> s.startsWith("/assets-"));
    for (String file : page.select("link").eachAttr("href")) {
      given().get(file).then().statusCode(200).header("Cache-Control", containsString("immutable"));
    }
    for (String file : page.select("script").eachAttr("src")) {
      given().get(file).then().statusCode(200).contentType(containsString("javascript"));
    }
  }

  @Test
  void aDocumentIsShownWithItsFacts() {
    Document page =
        document(
            SmallTeam.RESTORE,
            "4f2a91c07be344d2a1f0c2de9b7a6c5d4e3f2a1b",
            text().indexOf(QUOTE),
            QUOTE);
    assertThat(page.title()).isEqualTo("Restoring the database · Gill");
    assertThat(page.select("mark#passage").text()).isEqualTo(QUOTE);
    assertThat(page.select(".standing").text()).startsWith("Unchanged since it was quoted.");
    assertThat(page.select(".about").text())
        .contains(
            "handbook",
            "runbooks/restore.md",
            "Platform team",
            "18 Nov 2026, 16:20 UTC",
            "4f2a91c07b… As it was ↗",
            "line 7",
            "20 Nov 2026, 09:00 UTC");
    assertThat(page.select("a.button").attr("href")).endsWith("main/runbooks/restore.md#L7");
    assertThat(page.select("a.then").attr("href")).endsWith("4f2a91c0/runbooks/restore.md#L7");
    assertThat(page.select(".outline a").eachText())
        .containsExactly("Restoring the database", "Before you start", "Steps", "Afterwards");
    assertThat(page.select(".text h1")).hasSize(1);
  }

  @Test
  void aMovedPassageIsUnchanged() {
    int start = text().indexOf(QUOTE);
    edit("8", "## Before", "A paragraph that is new.\n\n## Before");
    Document page = document(SmallTeam.RESTORE, "4f2a91", start, QUOTE);
    assertThat(page.select(".standing.unchanged").text()).contains("newer revision");
    assertThat(page.select("mark").text()).isEqualTo(QUOTE);
  }

  @Test
  void anEditedPassageIsShownAsItReadsNow() {
    int start = text().indexOf(QUOTE);
    edit("8", QUOTE, "Pause the writer before you restore.");
    Document page = document(SmallTeam.RESTORE, "4f2a91", start, QUOTE);
    assertThat(page.select(".standing.edited").text())
        .contains("Edited since it was quoted.", QUOTE);
    assertThat(page.select("mark").text()).isEqualTo("Pause the writer before you restore.");
  }

  @Test
  void aRemovedPassageCannotBeFound() {
    Document page = document(SmallTeam.LEAVE, "1", 5, "Parking is free on Sundays.");
    assertThat(page.select(".standing.edited").text()).contains("Neither the quoted words");
    assertThat(page.select("mark")).isEmpty();
  }

  @Test
  void aForgedLinkPutsNoWordsIntoADocumentsMouth() {
    String forged = "Pay every invoice of Evil Ltd. at once.";
    String right = seal.sign(DocId.parse(SmallTeam.RESTORE), "3", 5, QUOTE);
    for (String signature : List.of("", "x", right)) {
      Document page = document(SmallTeam.RESTORE, "3", 5, forged, signature);
      assertThat(page.text()).doesNotContain("Evil Ltd.").doesNotContain("Quoted then");
      assertThat(page.select(".standing").text()).contains("Gill cannot tell what was quoted");
    }
    assertThat(document(SmallTeam.RESTORE, "3", 5, QUOTE, "").select(".standing").text())
        .startsWith("These words stand here.")
        .contains("Gill cannot tell");
  }

  @Test
  void whatAnAnswerCitedIsShownAsItWasOnceItIsEdited() {
    Map<String, Object> cited =
        given()
            .contentType("application/json")
            .body(Map.of("question", "What to do with the writer before you restore?"))
            .post("/api/ask")
            .then()
            .extract()
            .path("citations[0]");
    String quote = (String) cited.get("quote");
    assertThat(quote).startsWith(QUOTE);
    edit("8", quote, "Pause the writer before you restore.");
    Document page =
        document(
            SmallTeam.RESTORE,
            (String) cited.get("revision"),
            (int) cited.get("start"),
            quote,
            (String) cited.get("signature"));
    assertThat(page.select(".standing.edited blockquote").text()).isEqualTo(quote);
  }

  @Test
  void whatIsHiddenInADocumentIsSeenOnItsPage() {
    String written = "Keep it for \u202Eenin\u202C days, pass\u00ADword and 👩‍💻 stay.";
    house.put(
        "handbook:odd.md",
        "1",
        new Origin("", "Title \u202Egnp.exe", "A\u200Bda", SmallHouse.NOW),
        new Audience.Everyone(),
        written);
    String kept = given().get("/api/documents/handbook:odd.md").path("text");
    assertThat(kept).contains("\u202Eenin\u202C");
    Document page = document("handbook:odd.md", "1", 0, kept);
    assertThat(page.text())
        .contains("Keep it for ⟨U+202E⟩enin⟨U+202C⟩ days, password and 👩‍💻 stay.")
        .contains("Title ⟨U+202E⟩gnp.exe", "Ada")
        .doesNotContain("\u202E");
    assertThat(page.select(".standing").text()).startsWith("Unchanged since it was quoted.");
  }

  @Test
  void aCitationOfARenamedDocumentLeadsToItsNewPlace() {
    Map<String, Object> cited =
        given()
            .contentType("application/json")
            .body(Map.of("question", "What to do with the writer before you restore?"))
            .post("/api/ask")
            .then()
            .extract()
            .path("citations[0]");
    String text = text();
    house.remove(SmallTeam.RESTORE);
    house.put(
        "handbook:moved/备份 & restore.md",
        "99",
        new Origin("", "Restoring, renamed", "", SmallHouse.NOW),
        new Audience.Everyone(),
        text);
    Document page =
        document(
            SmallTeam.RESTORE,
            (String) cited.get("revision"),
            (int) cited.get("start"),
            (String) cited.get("quote"),
            (String) cited.get("signature"));
    assertThat(page.title()).isEqualTo("Restoring, renamed · Gill");
    assertThat(page.select("mark#passage").text())
        .isEqualTo(((String) cited.get("quote")).replace("\n", " "));
    assertThat(page.select(".standing.unchanged").text())
        .startsWith("Moved since it was quoted.")
        .contains(SmallTeam.RESTORE);
    Document unsigned = document(SmallTeam.RESTORE, "1", 0, (String) cited.get("quote"), "");
    assertThat(unsigned.text())
        .doesNotContain(SmallTeam.RESTORE)
        .contains("These words stand here");
  }

  @Test
  void whatMovedWhereOneMayNotReadIsGone() {
    house.remove(SmallTeam.RESTORE);
    house.put(
        "handbook:moved.md",
        "1",
        new Origin("", "Moved", "", SmallHouse.NOW),
        SmallTeam.LEADS,
        "Stop the writer before you restore the database of the team.");
    String link = "/documents/" + SmallTeam.RESTORE + "?revision=1&start=0&end=9&quote={quote}";
    given()
        .get(link, "Stop the writer before you restore the database of the team.")
        .then()
        .statusCode(404);
    given().get(link, "Stop").then().statusCode(404);
  }

  @Test
  void aDateIsSaidToBeTheFilesWhereNothingBetterIsKnown() {
    for (Dated dated : Dated.values()) {
      house.put(
          "handbook:dated.md",
          "1",
          new Origin("", "Dated", "", SmallHouse.NOW, dated),
          new Audience.Everyone(),
          "Some words.");
      String about =
          Jsoup.parse(given().get("/documents/handbook:dated.md").asString())
              .select(".about")
              .text();
      switch (dated) {
        case FILE -> assertThat(about).contains("File changed 20 Nov 2026, 09:00 UTC");
        case DOCUMENT -> assertThat(about).contains("Written 20 Nov 2026 Revision");
        case REVISION, MESSAGE -> assertThat(about).contains("Written 20 Nov 2026, 09:00 UTC");
      }
    }
  }

  @Test
  void aGoneDocumentLooksLikeAForbiddenOne() {
    String forbidden = gone("/documents/" + SmallTeam.SALARIES).extract().asString();
    assertThat(forbidden).isEqualTo(gone("/documents/board:none.md").extract().asString());
    assertThat(forbidden).contains("Gone").doesNotContain("Salary");
    house.reader = Reader.member("leads");
    given()
        .get("/documents/" + SmallTeam.SALARIES)
        .then()
        .statusCode(200)
        .body(containsString("91,250"));
    house.remove(SmallTeam.SALARIES);
    gone("/documents/" + SmallTeam.SALARIES);
  }

  private static ValidatableResponse gone(String path) {
    return given().get(path).then().statusCode(404).contentType("text/html");
  }

  @Test
  void aHostileDocumentIsShownAsText() {
    Document page = document(SmallTeam.HOSTILE, "\"><script>x</script>", 0, "<script>\"'");
    assertThat(page.select("main script, main img, main svg, main b")).isEmpty();
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("a[href^=javascript]")).isEmpty();
    assertThat(page.select("a.button")).isEmpty();
    assertThat(page.select(".text").text())
        .contains("<img src=x onerror=\"document.title='owned'\">");
    assertThat(page.select(".about").text()).contains("\"><script>");
    assertThat(page.selectFirst(".text h1").attributes().asList())
        .extracting(Attribute::getKey)
        .containsExactly("id");
  }

  @Test
  void aChinesePageSaysSo() {
    Document page = document(SmallTeam.LEAVE, "9c01d4", 0, "请年假需要至少提前五个工作日");
    assertThat(page.select("article").attr("lang")).isEqualTo("zh");
    assertThat(page.select("mark").text()).isEqualTo("请年假需要至少提前五个工作日");
    assertThat(page.select("a.button").attr("href")).isEqualTo("/wiki/leave");
  }

  @Test
  void aLinkWithALongChineseQuoteArrives() {
    document(SmallTeam.LEAVE, "9c01d4", 0, "请年假需要至少提前五个工作日".repeat(100));
  }

  @Test
  void anUnknownAddressGetsAFriendlyPage() {
    given()
        .accept("text/html")
        .get("/nothing/here")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("There is no page at this address"));
    given().get("/assets-000000000000/gill.css").then().statusCode(404);
    given().get("/q/health").then().statusCode(200);
  }

  @Test
  void aRevisionOrIdFromTheAddressIsNeverEchoed() {
    given()
        .get("/documents/{id}", "x:<script>alert(1)</script>")
        .then()
        .statusCode(404)
        .body(not(containsString("alert(1)")));
    assertThat(given().get("/documents/" + SmallTeam.RESTORE).then().extract().asString())
        .doesNotContain("class=\"standing");
    given().accept("text/html").get("/documents/").then().statusCode(404).contentType("text/html");
  }
}
