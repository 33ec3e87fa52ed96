package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.gill.Browser.Look;
import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.Origin;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an answer looks like, in a real browser. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class AnswerPageTest extends HouseBrowser {
  private static final String CODE = "git clone curtain\ncd curtain\n\n./bin/setup";

  private void put(String id, Dated dated, String text) {
    house.put(
        id,
        "1",
        new Origin("", id.substring(id.indexOf(':') + 1), "", SmallHouse.NOW, dated),
        new Audience.Everyone(),
        text);
  }

  @Test
  void codeKeepsItsNumberAndCanBeCopied() {
    put(
        "handbook:code.md",
        Dated.FILE,
        "# Setting up\n\nTo set up the code, run this.\n\n```sh\n" + CODE + "\n```\n");
    Page page = browser.page(Look.LIGHT, "en");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.navigate("/?q=How+do+I+set+up+the+code%3F");
    Locator code = page.locator(".answer figure.code");
    assertThat(code.locator("pre")).hasText(CODE);
    assertThat(code.locator(".marker")).hasText("1");
    code.getByText("Copy").click();
    assertThat(code.locator("button")).hasText("Copied");
    assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(CODE);
    assertThat(page.locator(".card .facts")).containsText("file changed 20 Nov 2026");
    assertThat(page.locator(".card mark")).hasText("To set up the code, run this.");
  }

  @Test
  void aDocumentHasOneCardWithItsSentencesMarked() {
    Page page = browser.visit(ASKED, Look.LIGHT);
    assertThat(page.locator(".card")).hasCount(1);
    assertThat(page.locator(".card .title")).hasText("Restoring the database");
    assertThat(page.locator(".card .quote .number")).hasText(new String[] {"1", "2"});
    page.locator(".answer .marker").nth(1).click();
    assertThat(page.locator("#citation-2")).isFocused();
    page.locator(".card .open").nth(1).click();
    assertThat(page.locator(".standing")).containsText("Unchanged since it was quoted.");
  }

  @Test
  void anAnswerFromASourceThatStandsStillIsAmber() {
    house.sources.statuses.replaceAll(
        status -> status.source().name().equals("handbook") ? SmallTeam.standing(status) : status);
    Page page = browser.visit(ASKED, Look.LIGHT);
    assertThat(page.locator(".fresh.amber")).hasText("In step as of 3 s ago");
    assertThat(page.locator(".standstill"))
        .hasText(
            "handbook has stood still for 5 min; what is quoted from it may be out of date."
                + " The folder is not there; mount its drive.");
    assertThat(browser.visit(ASKED, Look.PHONE, "zh-CN").locator(".standstill"))
        .containsText("handbook 已停滞 5 分钟");
  }

  @Test
  void whileSourcesAreReadForTheFirstTimeAnUnknownSaysSo() {
    assertThat(browser.visit(UNKNOWN, Look.LIGHT).locator(".answer"))
        .containsText("Still reading: 1,240 of 5,000 documents read. Ask again in a moment.");
    assertThat(browser.visit(UNKNOWN, Look.LIGHT, "zh-CN").locator(".answer"))
        .containsText("已读 5,000 份文档中的 1,240 份");
    house.sources.statuses.removeIf(status -> status.source().name().equals("wiki"));
    assertThat(browser.visit(UNKNOWN, Look.LIGHT).locator(".answer"))
        .not()
        .containsText("Still reading");
  }

  @Test
  void whatCameNearestIsWithoutMarkup() {
    Page page = browser.visit(UNKNOWN, Look.LIGHT);
    assertThat(page.locator(".card blockquote").first()).not().containsText("#");
    assertThat(page.locator(".card").first().locator(".abroad")).isHidden();
  }

  @Test
  void aRenamedDocumentIsFoundFromItsCitation() {
    Page page = browser.visit(ASKED, Look.LIGHT);
    String link = page.locator(".card .open").first().getAttribute("href");
    String text = house.text(SmallTeam.RESTORE);
    house.remove(SmallTeam.RESTORE);
    put("handbook:garage.md", Dated.FILE, text);
    page.navigate(link);
    assertThat(page).hasURL(Pattern.compile("handbook:garage\\.md"));
    assertThat(page.locator("#passage")).isFocused();
    assertThat(page.locator(".standing")).containsText("Moved since it was quoted.");
  }
}
