package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.gill.Browser;
import dev.gill.Browser.Look;
import dev.gill.ledger.FeedbackBox;
import dev.gill.model.Audience;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.model.Visible;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import dev.gill.sync.Rebuilding;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class BrowserTest {
  private static final String QUESTION = "What about the writer before you restore?";
  private static final String ASKED = "/?q=What+about+the+writer+before+you+restore%3F";
  private static final String NEAR = "/?q=How+long+does+the+writer+stop%3F";
  private static final String HOSTILE_PAGE = "/documents/handbook:odd/a%20b%252F%3F%23%3Cx%3E.md";

  private static Browser browser;

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
    if (browser == null) {
      browser = Browser.open(home.toString().replaceAll("/$", ""));
    }
  }

  @AfterEach
  void nothingWentWrong() {
    if (browser != null) {
      browser.leave();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void sayingThatAQuoteAnswersIsKept() throws IOException {
    Page page = browser.visit(ASKED, Look.LIGHT);
    Locator verdict = page.locator(".card").first().locator(".verdict").first();
    verdict.getByText("Yes").click();
    assertThat(verdict).containsText("not who said it");
    assertThat(verdict.getByText("No", new Locator.GetByTextOptions().setExact(true))).isDisabled();
    assertThat(FeedbackBox.in(house.kept, false).read())
        .last()
        .satisfies(said -> assertThat(said.question()).isEqualTo(QUESTION));
  }

  @Test
  void askClickACitationAndSeeTheSentenceMarked() {
    Page page = browser.visit("/", Look.LIGHT);
    page.getByLabel("Your question").fill(QUESTION);
    page.getByText("Ask", new Page.GetByTextOptions().setExact(true)).last().click();
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    assertThat(page.locator(".fresh")).hasText("In step as of 3 s ago");
    assertThat(page.locator(".card").first())
        .containsText(
            Pattern.compile("Platform team · 18 Nov 2026 · revision 4f2a91c07b… · handbook"));
    assertThat(page.locator(".card .detail").first()).hasText("line 7");
    assertThat(page).hasURL(Pattern.compile("\\?q=What\\+about"));
    assertThat(page).hasTitle(QUESTION + " · Gill");
    assertThat(page.locator(".card blockquote").nth(1).locator("p"))
        .hasText(
            new String[] {
              "Say in the incident channel that you are about to restore.",
              "Find the newest backup that passed its check:",
              "nightly backups are kept for 35 days",
              "hourly backups are kept for 48 hours"
            });
    page.locator(".card .open").first().click();
    Locator mark = page.locator("#passage");
    assertThat(mark).hasText(SmallTeam.STOP);
    assertThat(mark).isInViewport();
    assertThat(mark).isFocused();
    assertThat(page.locator(".standing")).containsText("Unchanged since it was quoted.");
    page.goBack();
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
  }

  @Test
  void anEditedPassageIsMarkedAsItReadsNow() {
    Page page = browser.visit(ASKED, Look.LIGHT);
    String text = page.locator(".card blockquote").first().textContent();
    house.put(
        SmallTeam.RESTORE,
        "5",
        new Origin("", "Restoring the database", "", SmallHouse.NOW),
        new Audience.Everyone(),
        "# Restoring\n\n" + "Filler line.\n\n".repeat(80) + "Pause the writer before you restore.");
    assertThat(text).isEqualTo(SmallTeam.STOP);
    page.locator(".card .open").first().click();
    assertThat(page.locator("#passage")).hasText("Pause the writer before you restore.");
    assertThat(page.locator("#passage")).isInViewport();
    assertThat(page.locator(".standing")).containsText("Edited since it was quoted.");
    house.remove(SmallTeam.RESTORE);
    page.reload();
    assertThat(page.locator("h1")).hasText("Gone");
    assertThat(browser.complaints()).allMatch(c -> c.contains("404"));
  }

  @Test
  void whatIsOnlyNearIsShownAsThat() {
    Page page = browser.visit(NEAR, Look.LIGHT);
    assertThat(page.locator(".answer")).hasText("I’m not sure. This is near, but may not answer:");
    assertThat(page.locator(".card")).hasCount(1);
    assertThat(page.locator("blockquote")).hasText(SmallTeam.STOP);
    assertThat(page.locator("#status")).hasText("No sure answer found.");
  }

  @Test
  void notKnowingShowsTheNearestAndWhoWroteIt() {
    house.remove(SmallTeam.HOSTILE);
    Page page = browser.visit("/?q=zebra", Look.LIGHT);
    assertThat(page.locator(".answer")).containsText("I don’t know");
    assertThat(page.locator(".card .quote")).hasCount(3);
    assertThat(page.locator("#status")).hasText("No answer found.");
    assertThat(page.locator(".card").first().getByText("Platform team")).isVisible();
  }

  @Test
  void aKeyboardIsEnough() {
    Page page = browser.visit("/", Look.LIGHT);
    assertThat(page.getByLabel("Your question")).isFocused();
    page.keyboard().type(QUESTION);
    page.keyboard().press("Enter");
    assertThat(page.locator(".card").first()).isVisible();
    for (int i = 0; i < 20 && !focused(page, ".marker"); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("#citation-1")).isFocused();
    page.keyboard().press("/");
    assertThat(page.getByLabel("Your question")).isFocused();
    for (int i = 0; i < 20 && !focused(page, ".open"); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("#passage")).isFocused();
    page.navigate("/sources");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();
  }

  private static boolean focused(Page page, String selector) {
    return (boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
  }

  @Test
  void whatAModelSaidAndNoPassageSaysIsStruckOutWithTheReason() {
    Page page =
        browser.visit(
            "/?q=What+must+happen+to+the+writer+before+you+restore,+by+a+model?", Look.LIGHT);
    assertThat(page.locator(".model p")).containsText("Worded by small <b>; each sentence was");
    assertThat(page.locator(".model s")).isHidden();
    page.locator(".model summary").click();
    assertThat(page.locator(".model s")).hasText("Stop it for <b>90</b> minutes.");
    assertThat(page.locator(".model li")).containsText("does not stand there");
    assertThat(page.locator(".answer s")).hasCount(0);
  }

  @Test
  void aHostileDocumentCannotRunScripts() {
    Page page = browser.visit(HOSTILE_PAGE, Look.LIGHT);
    assertThat(page.locator("article h1")).hasText("<script>document.title='owned'</script>");
    assertThat(page).hasTitle("<img src=x onerror=alert(1)> · Gill");
    page.navigate("/?q=Hostile+paragraph+with+text");
    assertThat(page.locator(".card").first()).containsText("onerror");
    assertThat(page.locator(".card .original")).isHidden();
    assertThat(page.locator("main img, main script")).hasCount(0);
    assertThat(page).hasTitle("Hostile paragraph with text · Gill");
  }

  @Test
  void thePolicyStopsAScriptThatGotInAnyway() {
    Page page = browser.visit("/", Look.LIGHT);
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'document.title=1';"
            + " document.body.append(s); }");
    assertThat(page).hasTitle("Ask · Gill");
    assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        ASKED,
        "/?q=zebra",
        NEAR,
        "/sources",
        HOSTILE_PAGE,
        "/documents/handbook:runbooks/restore.md",
        "/documents/handbook:人事/请假.md"
      })
  void aPhoneNeverScrollsSideways(String path) {
    Page page = browser.visit(path, Look.PHONE);
    HouseBrowser.settled(page);
    Object width = page.evaluate("() => document.documentElement.scrollWidth");
    assertThat(width).isEqualTo(375);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void everyLookHasEnoughContrast(Look look) {
    for (String path :
        List.of(
            ASKED,
            "/sources",
            "/documents/handbook:runbooks/restore.md?revision=1&start=1&end=5&quote=Stop+a+writer+before+you+restore")) {
      Page page = browser.visit(path, look);
      HouseBrowser.settled(page);
      assertThat(Contrast.tooLow(page)).as(look + " " + path).isEmpty();
      page.context().close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keep for \u202Eenin\u202C days",
        "a\u2066b\u2069c red\u001B[2J a\u3164b x\uFE01\uFE02",
        "pass\u00ADword\u200Bs\u2060 \uFEFFa\u200Db\u200Cc\u200E \uDB40\uDC41\uDB40\uDC41",
        "👩‍💻 👨‍👩‍👧‍👦 ❤️‍🔥 👍🏽 🏳️‍🌈 می‌خواهم क्‍ष مرحبا \u200Fabc",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F one\n\ttwo"
      })
  void theBrowserShowsWhatIsHiddenAsTheServerDoes(String text) {
    Page page = browser.visit("/", Look.LIGHT);
    Object shown =
        page.evaluate(
            "async (text) => (await import(document.querySelector('script[src$=\"ask.js\"]').src.replace('ask.js', 'common.js'))).say(document.createElement('p'), text).textContent",
            text);
    assertThat(shown).isEqualTo(Visible.of(text));
    page.context().close();
  }

  @Test
  void theDarkIsDark() {
    Page page = browser.visit("/", Look.DARK);
    assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(10, 28, 32)");
  }

  @Test
  void anErrorIsReadable() {
    Page page = browser.visit("/?q=explode", Look.LIGHT);
    assertThat(page.locator("#status")).containsText("Something went wrong inside Gill");
    page.route("**/api/ask", Route::abort);
    page.getByLabel("Your question").fill(QUESTION);
    page.keyboard().press("Enter");
    assertThat(page.locator("#status")).containsText("Gill cannot be reached");
    assertThat(browser.complaints()).allMatch(c -> c.contains("500") || c.contains("ERR_FAILED"));
  }

  @Test
  void aSuggestionIsAsked() {
    Page page = browser.visit("/", Look.PHONE);
    page.getByText("请假需要提前多久？").click();
    assertThat(page.locator(".answer p").first()).hasAttribute("lang", "zh");
    assertThat(page.getByLabel("Your question")).hasValue("请假需要提前多久？");
  }

  @Test
  void theSourcesAreSeenAsTheyFare() {
    Page page = browser.visit("/sources", Look.LIGHT);
    Locator board = page.locator(".source-card").nth(0);
    assertThat(board.locator(".state")).hasText("standing still");
    assertThat(board.locator(".trouble"))
        .containsText("Standing still for 1 h. The repository refuses");
    assertThat(board.locator(".trouble")).containsText("may read. Next try in 4 min.");
    board.locator(".more summary").click();
    assertThat(board.locator(".behind")).hasText("2.5 s");
    assertThat(board.locator(".requests")).isHidden();
    assertThat(page.locator(".source-card").nth(1).locator(".failures summary"))
        .hasText("1 document could not be read");
    page.locator(".source-card").nth(1).locator(".failures summary").click();
    assertThat(page.locator(".source-card").nth(1).locator(".failures li"))
        .containsText("Next try in 20 min.");
    Locator passedOver = page.locator(".source-card").nth(1).locator(".passed-over");
    assertThat(passedOver.locator("summary")).hasText("1 file left aside");
    assertThat(passedOver.locator("li")).containsText("shared.md It is a link that leads out");
    assertThat(board.locator(".passed-over")).isHidden();
    assertThat(page.locator(".source-card").nth(2).locator(".pass"))
        .containsText("0 of about 3,760 documents read");
    assertThat(page.locator("#breaths li").first())
        .containsText("runbooks/restore.md changed: 1 of 14 passages is new");
    page.getByLabel("Look now at handbook").click();
    assertThat(page.locator("#status")).hasText("Looking at handbook now.");
    assertThat(house.sources.looked).containsExactly(new SourceId("handbook"));
    house.sources.breaths.addFirst(house.sources.breaths.get(2));
    assertThat(page.locator("#breaths li").first()).containsText("plans/2025.md was deleted");
    assertThat(page.locator("#rebuilding")).isHidden();
    house.sources.rebuilding =
        Optional.of(new Rebuilding(1240, 5000, SmallHouse.NOW, "Why.", Optional.of("Waits.")));
    house.reader = Reader.member("leads");
    assertThat(page.locator("#rebuilding"))
        .containsText("A new index is being built: 1,240 of about 5,000 documents.");
    assertThat(page.locator("#rebuilding p")).hasText("Why. Waits.");
    assertThat(board.locator(".requests")).hasText("1,204");
    assertThat(board.locator(".throttled")).hasText("3");
    assertThat(page.locator(".source-card").nth(1).locator(".requests")).isHidden();
  }

  @Test
  void picturesForWhoeverWantsToLook() {
    String folder = System.getProperty("gill.test.pictures");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        folder != null, "SKIPPED: pictures are taken with -Dgill.test.pictures=FOLDER only");
    for (Look look : Look.values()) {
      for (String language : List.of("en", "zh")) {
        pictures(look, language, folder + "/" + language + "-");
      }
    }
    browser.complaints();
  }

  private static void pictures(Look look, String language, String folder) {
    picture(look, language, "/", folder + "ask");
    picture(look, language, ASKED, folder + "answer");
    picture(look, language, "/?q=zebra", folder + "unknown");
    picture(look, language, "/?q=请年假需要提前多久？", folder + "chinese");
    picture(look, language, "/sources", folder + "sources");
    picture(
        look,
        language,
        "/documents/handbook:runbooks/restore.md?revision=1&start=1&end=5&quote=Stop+a+writer+before+you+restore#passage",
        folder + "edited");
    picture(
        look,
        language,
        "/documents/handbook:人事/请假.md?revision=9c01d4&quote=请年假需要至少提前五个工作日在系统里提出申请，由直属上级批准。&start=1&end=3#passage",
        folder + "leave");
    picture(look, language, "/documents/handbook:none.md", folder + "gone");
  }

  private static void picture(Look look, String language, String path, String name) {
    Page page = browser.visit(path, look, language);
    HouseBrowser.settled(page);
    String file = name + "-" + look.name().toLowerCase(java.util.Locale.ROOT) + ".png";
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
    page.context().close();
  }
}
