package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.gill.Browser.Look;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asked in vain, found on the page of gaps, answered there, asked again and quoted. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class GapBrowserTest extends HouseBrowser {
  private static final String ASKING = "/?q=When+are+the+office+plants+watered%3F";

  @BeforeEach
  void keep() {
    house.trail.days = 30;
    house.answers.on = true;
    house.admin = true;
    house.reader = Reader.known(Identity.email("anna@example.org"));
  }

  @Test
  void whatNobodyAnswersIsVouchedForAndQuotedFromThenOn() {
    Page page = browser.visit(ASKING, Look.LIGHT);
    assertThat(page.locator("#result")).containsText("I don’t know");
    page.getByText("It does not help").click();
    assertThat(page.locator(".opinions [role=status]")).containsText("not who said it");
    page.locator("nav").getByText("Gaps").click();
    Locator gap = page.locator(".kept .card").first();
    assertThat(gap).containsText("When are the office plants watered?");
    assertThat(gap).containsText("asked once, did not help: 1");
    picture(page, "gaps");
    gap.getByText("Write the answer").click();
    assertThat(page.locator("#question")).hasValue("When are the office plants watered?");
    page.locator("#answer").fill("The facility team waters the office plants **on Mondays**.");
    page.locator("#audience").fill("everyone");
    picture(page, "verify");
    page.getByText("Vouch for it").click();
    assertThat(page.locator(".kept .card")).containsText("When are the office plants watered?");
    assertThat(page.locator(".kept .card")).containsText("Verified by anna@example.org");
    picture(page, "verified");
    page.navigate(ASKING);
    assertThat(page.locator(".answer")).containsText("The facility team waters the office plants");
    assertThat(page.locator(".facts .verified").first())
        .containsText("verified by anna@example.org on");
    picture(page, "verified-answer");
    page.locator("nav").getByText("Gaps").click();
    assertThat(page.locator(".notice")).containsText("Nothing that was asked is left");
    page.locator("nav").getByText("Trail").click();
    assertThat(page.locator(".kept .card")).hasCount(2);
    assertThat(page.locator(".kept .card").first()).containsText("answered");
    picture(page, "trail");
  }

  @Test
  void whoeverAskedSeesWhatIsKeptOfThemAndHasItForgotten() {
    house.admin = false;
    Page page = browser.visit(ASKED, Look.LIGHT);
    assertThat(page.locator(".answer")).isVisible();
    page.locator("nav").getByText("Trail").click();
    assertThat(page.locator("h1")).containsText("What Gill keeps of you");
    assertThat(page.locator(".kept .card")).hasCount(1);
    assertThat(page.locator(".kept .card")).containsText("handbook:runbooks/restore.md");
    page.getByText("Have Gill forget these").click();
    assertThat(page.locator(".notice")).containsText("Nothing is kept yet");
  }

  @Test
  void whatCannotBeKeptIsNamedAndNothingThatWasWrittenIsLost() {
    Page page = browser.visit("/verified/new?question=Why&from=handbook:gone.md", Look.LIGHT);
    page.locator("#answer").fill("Because.");
    page.locator("[name=from]").check();
    page.getByText("Vouch for it").click();
    assertThat(page.locator("[role=alert]")).containsText("is not there");
    assertThat(page.locator("#answer")).hasValue("Because.");
    assertThat(page.locator("[name=from]")).isChecked();
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("400"));
  }

  @ParameterizedTest
  @CsvSource({"en,LIGHT", "en,DARK", "en,NARROW", "zh-CN,LIGHT", "zh-CN,DARK", "zh-CN,NARROW"})
  void axeFindsNothingOnThesePages(String language, Look look) {
    browser.visit(ASKING, Look.LIGHT).locator(".opinions").waitFor();
    for (String path :
        new String[] {
          "/gaps", "/verified", "/verified/new?question=a&from=b:c", "/trail", "/trail/mine", ASKING
        }) {
      Page page = settled(browser.visit(path, look, language));
      assertThat(AccessibilityTest.violations(page)).as("%s %s", path, language).isEmpty();
      assertThat(
              (boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .as("%s %s %s does not scroll sideways", path, language, look)
          .isTrue();
      page.context().close();
    }
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("gill.test.pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }
}
