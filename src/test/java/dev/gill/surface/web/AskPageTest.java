package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.gill.Browser.Look;
import dev.gill.model.Audience;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the question page does besides asking. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class AskPageTest extends HouseBrowser {
  private static Locator box(Page page) {
    return page.locator("#question");
  }

  private static AtomicInteger asks(Page page) {
    AtomicInteger asks = new AtomicInteger();
    page.onRequest(
        request -> {
          if (request.url().endsWith("/api/ask")) {
            asks.incrementAndGet();
          }
        });
    return asks;
  }

  @Test
  void myQuestionsAreKeptInThisBrowserUntilIClearThem() {
    Page page = browser.visit("/", Look.LIGHT);
    assertThat(page.locator("#history")).isHidden();
    for (String question : List.of(QUESTION, "请假需要提前多久？", QUESTION)) {
      box(page).fill(question);
      box(page).press("Enter");
      assertThat(page).hasTitle(question + " · Gill");
      assertThat(page.locator("#status")).not().hasText("Looking …");
    }
    page.navigate("/");
    Locator past = page.locator("#history li a");
    assertThat(past).hasText(new String[] {QUESTION, "请假需要提前多久？"});
    assertThat(past.nth(1)).hasAttribute("lang", "zh");
    past.nth(0).click();
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    assertThat(page.locator("#history")).isHidden();
    page.navigate("/");
    page.locator("#forget").click();
    assertThat(page.locator("#history")).isHidden();
    assertThat(box(page)).isFocused();
    page.reload();
    assertThat(page.locator("#history")).isHidden();
    assertThat(browser.visit("/", Look.LIGHT).locator("#history")).isHidden();
  }

  @Test
  void anAnswerIsCopiedWithItsCitationsAndSoIsItsAddress() {
    Page page = browser.page(Look.LIGHT, "en");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.navigate(ASKED);
    page.locator(".copy").click();
    assertThat(page.locator(".taken")).hasText("Copied.");
    String copied = (String) page.evaluate("() => navigator.clipboard.readText()");
    assertThat(copied)
        .startsWith(SmallTeam.STOP + " [1]\n")
        .contains(
            "\n\n[1] Restoring the database › Before you start, Platform team, 18 Nov 2026, line 7\n")
        .containsPattern("\n    http://[^ ]*/documents/handbook:runbooks/restore\\.md\\?revision=");
    page.locator(".take .link").click();
    assertThat(page.locator(".taken")).hasText("Copied.");
    assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(page.url());
  }

  @Test
  void aSharedAddressShowsWhoeverOpensItOnlyWhatTheyMayRead() {
    house.reader = Reader.member("leads");
    Page mine = browser.page(Look.LIGHT, "en");
    mine.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    mine.navigate("/?q=What+are+the+salary+bands%3F");
    assertThat(mine.locator(".citations")).containsText("Salary bands");
    mine.locator(".take .link").click();
    String shared = (String) mine.evaluate("() => navigator.clipboard.readText()");
    String passage = mine.locator(".card .open").first().getAttribute("href");

    house.reader = Reader.anyone();
    Page theirs = browser.visit(shared, Look.LIGHT);
    assertThat(box(theirs)).hasValue("What are the salary bands?");
    assertThat(theirs.locator("#status")).not().hasText("Looking …");
    assertThat(theirs.locator("main")).not().containsText("Salary bands");
    APIResponse gone = theirs.request().get(URI.create(theirs.url()).resolve(passage).toString());
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.text()).contains("Gone").doesNotContain("Salary");
  }

  @Test
  void aPageWithoutAClipboardCopiesAllTheSame() {
    Page page = browser.page(Look.LIGHT, "en");
    page.addInitScript("delete Navigator.prototype.clipboard");
    page.navigate(ASKED);
    page.locator(".copy").click();
    assertThat(page.locator(".taken")).hasText("Copied.");
    assertThat(page.locator(".copy")).isFocused();
  }

  @Test
  void onlyTheSourcesAndDaysThatAreChosenAreSearched() {
    house.reader = Reader.member("leads");
    house.put(
        "wiki:restore.md",
        "1",
        new Origin("", "Old notes", "", Instant.parse("2020-05-01T00:00:00Z")),
        new Audience.Everyone(),
        "# Old notes\n\nStop the writer before you restore, and call the writer of the notes.");
    Page page = browser.visit(ASKED, Look.LIGHT);
    Locator summary = page.locator("#filters summary");
    assertThat(summary).hasText("All sources, any time");
    summary.click();
    page.getByLabel("wiki").check();
    assertThat(page).hasURL(Pattern.compile("&source=wiki$"));
    assertThat(page.locator(".card .source")).hasText(new String[] {"wiki"});
    assertThat(summary).hasText("wiki");
    page.getByLabel("from").fill("2026-01-01");
    assertThat(page).hasURL(Pattern.compile("&source=wiki&from=2026-01-01$"));
    assertThat(page.locator(".answer")).containsText("I don’t know");
    assertThat(page.locator(".card")).hasCount(0);
    assertThat(summary).hasText("wiki, written since 1 Jan 2026");
    page.reload();
    assertThat(summary).hasText("wiki, written since 1 Jan 2026");
    assertThat(page.locator(".answer")).containsText("I don’t know");
    page.goBack();
    assertThat(summary).hasText("wiki");
    assertThat(page.locator(".card .source")).hasText(new String[] {"wiki"});
    summary.click();
    page.getByText("Search everything").click();
    assertThat(page).hasURL(Pattern.compile("restore%3F$"));
    assertThat(page.locator(".citations")).containsText("handbook");
  }

  @Test
  void titlesAndHeadingsAreSuggestedWhileTypingAndTheKeyboardChooses() {
    Page page = browser.visit("/", Look.LIGHT);
    box(page).pressSequentially("rest");
    Locator options = page.locator("#typed [role=option]");
    assertThat(options.first()).hasText("Restoring the database handbook");
    assertThat(box(page)).hasAttribute("aria-expanded", "true");
    assertThat(page.locator("#typed-count")).containsText("arrow keys choose");
    box(page).press("ArrowDown");
    assertThat(options.first()).hasAttribute("aria-selected", "true");
    assertThat(box(page)).hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
    box(page).press("Escape");
    assertThat(page.locator("#typed")).isHidden();
    assertThat(box(page)).hasValue("rest");
    box(page).fill("");
    box(page).pressSequentially("befo");
    assertThat(options).hasText(new String[] {"Before you start Restoring the database"});
    box(page).press("ArrowDown");
    box(page).press("Enter");
    assertThat(box(page)).hasValue("Restoring the database: Before you start");
    assertThat(page.locator("#typed")).isHidden();
    assertThat(page.locator(".card").first()).containsText("Restoring the database");
  }

  @Test
  void aSuggestionIsChosenByPointerAndNoneIsMadeOfWhatOneMayNotRead() {
    Page page = browser.visit("/", Look.LIGHT);
    box(page).pressSequentially("salary");
    assertThat(page.locator("#typed")).isHidden();
    box(page).fill("");
    box(page).pressSequentially("请");
    page.locator("#typed [role=option]").first().click();
    assertThat(box(page)).hasValue("请假与年假");
    assertThat(page).hasURL(Pattern.compile("\\?q="));
    page.navigate("/");
    box(page).pressSequentially("What is the rest");
    box(page).press("Enter");
    assertThat(page).hasTitle("What is the rest · Gill");
    assertThat(page.locator("#typed")).isHidden();
  }

  @Test
  void backFromADocumentTheAnswerIsThereAsItWasWithoutAskingAnew() {
    Page page = browser.page(Look.PHONE, "en");
    AtomicInteger asks = asks(page);
    page.navigate(ASKED);
    Locator second = page.locator(".card .open").nth(1);
    second.scrollIntoViewIfNeeded();
    second.focus();
    Object before = page.evaluate("() => scrollY");
    assertThat((Integer) before).isGreaterThan(0);
    second.press("Enter");
    assertThat(page.locator("#back")).hasText("← Back to the answer");
    page.locator("#back").click();
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    assertThat(page.locator(".card .open").nth(1)).isFocused();
    assertThat(page.evaluate("() => scrollY")).isEqualTo(before);
    assertThat(asks).hasValue(1);
    page.reload();
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    assertThat(asks).hasValue(2);
  }

  @Test
  void backToAnEarlierQuestionShowsItsAnswerWithoutAskingAnew() {
    Page page = browser.page(Look.LIGHT, "en");
    AtomicInteger asks = asks(page);
    page.navigate(ASKED);
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    box(page).fill("zebra");
    box(page).press("Enter");
    assertThat(page.locator(".answer")).containsText("I don’t know");
    page.goBack();
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    assertThat(box(page)).hasValue(QUESTION);
    assertThat(asks).hasValue(2);
  }

  @Test
  void aCitationShowsItsPassageWhenPointedAtOrFocused() {
    Page page = browser.visit(ASKED, Look.LIGHT);
    Locator marker = page.locator(".marker").first();
    Locator preview = page.locator("#preview");
    marker.hover();
    assertThat(preview).containsText(SmallTeam.STOP);
    assertThat(preview).containsText("Restoring the database");
    assertThat(marker).hasAttribute("aria-describedby", "preview");
    preview.hover();
    assertThat(preview).isVisible();
    page.keyboard().press("Escape");
    assertThat(preview).hasCount(0);
    box(page).focus();
    for (int i = 0;
        i < 20 && !(boolean) marker.evaluate("m => m === document.activeElement");
        i++) {
      page.keyboard().press("Tab");
    }
    assertThat(preview).isVisible();
    page.keyboard().press("Enter");
    assertThat(preview).hasCount(0);
    assertThat(page.locator("#citation-1")).isFocused();
  }

  @Test
  void aBrowserThatKeepsNothingStillAsks() {
    Page page = browser.page(Look.LIGHT, "en");
    BrowserContext context = page.context();
    context.addInitScript(
        "for (const name of ['localStorage', 'sessionStorage'])"
            + " Object.defineProperty(window, name, { get() { throw new Error('none'); } });");
    page.navigate(ASKED);
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    page.locator(".card .open").first().click();
    assertThat(page.locator("#passage")).isFocused();
    assertThat(page.locator("#back")).isHidden();
  }
}
