package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gill.Browser.Look;
import dev.gill.model.Audience;
import dev.gill.model.Origin;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as axe-core sees them, and what it does not see. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class AccessibilityTest extends HouseBrowser {
  private static final String TABLES = "/documents/handbook:tables.md";

  /**
   * All rules for WCAG 2.2 A and AA, and what is good practice besides. The box of the question is
   * a combobox that grows with its text: HTML lets only a box of one line have that role, and
   * screen readers know it of both.
   */
  private static final String LOOK =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        });
        return found.violations.flatMap(({ id, nodes }) => nodes
          .filter((node) => id !== 'aria-allowed-role' || node.target[0] !== '#question')
          .map((node) => `${id}: ${node.html.slice(0, 160)}`));
      }
      """;

  /** Whatever can be pressed, is shown and does not stand within a line of text, is this large. */
  private static final String SMALL =
      """
      () => [...document.querySelectorAll('a[href], button, summary, input, textarea, [role=option]')]
        .filter((each) => each.checkVisibility() && !each.closest('.skip, li.upserted, .figures, #figures, .standing p, .text p, .text li, blockquote'))
        .map((each) => [each, (each.closest('label') ?? each).getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 1 && (width < 24 || height < 24))
        .map(([each, { width, height }]) => `${each.outerHTML.slice(0, 90)} ${width} x ${height}`)
      """;

  private static final String AXE = axe();

  private static String axe() {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<?> violations(Page page) {
    page.evaluate(AXE);
    return (List<?>) page.evaluate(LOOK);
  }

  private void putTables() {
    house.put(
        "handbook:tables.md",
        "1",
        new Origin("", "Two tables", "", SmallHouse.NOW),
        new Audience.Everyone(),
        "# Two tables\n\n| Role | Extension |\n|---|---|\n| Security | 112 |\n\nMore.\n\n"
            + "| Room | Seats |\n|---|---|\n| Red | 4 |\n\n```sh\n./gill up\n```");
  }

  @ParameterizedTest
  @CsvSource({
    "en,LIGHT",
    "en,DARK",
    "en,LARGE",
    "en,NARROW",
    "zh-CN,LIGHT",
    "zh-CN,DARK",
    "zh-CN,LARGE",
    "zh-CN,NARROW"
  })
  void axeFindsNothingOnAnyPage(String language, Look look) {
    putTables();
    for (String path :
        List.of("/", ASKED, NEAR, UNKNOWN, "/sources", RESTORE, EDITED, TABLES, "/none")) {
      Page page = settled(browser.visit(path, look, language));
      page.evaluate(
          "() => document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      assertThat(violations(page)).as("%s %s %s", path, language, look).isEmpty();
      assertThat((List<?>) page.evaluate(SMALL)).as("%s %s %s", path, language, look).isEmpty();
      assertThat(
              (boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .as("%s %s %s does not scroll sideways", path, language, look)
          .isTrue();
      page.context().close();
    }
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
  }

  @Test
  void axeFindsNothingInWhatOpens() {
    house.remove(SmallTeam.LEAVE);
    house.remove(SmallTeam.RESTORE);
    putTables();
    Page page = browser.visit("/", Look.LIGHT);
    assertThat(page.locator("#recent")).isVisible();
    assertThat(violations(page)).isEmpty();
    SmallTeam.moveInto(house);
    page.locator("#question").pressSequentially("rest");
    assertThat(page.locator("#typed")).isVisible();
    page.locator("#question").press("ArrowDown");
    assertThat(violations(page)).isEmpty();
    page.navigate(ASKED);
    page.locator(".marker").first().hover();
    assertThat(page.locator("#preview")).isVisible();
    assertThat(violations(page)).isEmpty();
    page.navigate("/");
    assertThat(page.locator("#history")).isVisible();
    assertThat(violations(page)).isEmpty();
  }

  @Test
  void axeWouldFindSomething() {
    Page page = browser.visit("/", Look.LIGHT);
    page.evaluate("() => document.getElementById('question').labels[0].remove()");
    page.evaluate("() => document.getElementById('question').removeAttribute('placeholder')");
    assertThat(violations(page)).anyMatch(each -> each.toString().startsWith("label: "));
  }

  @Test
  void inALowWindowNothingCoversThePassage() {
    Page page = browser.visit(EDITED, Look.NARROW);
    assertThat(page.locator("#passage")).isInViewport();
    assertThat(page.locator(".standing")).not().isInViewport();
    assertThat(
            page.evaluate(
                "() => { const { left, top, width } = document.getElementById('passage').getBoundingClientRect();"
                    + " return document.elementFromPoint(left + width / 3, top + 8).closest('mark')?.id; }"))
        .isEqualTo("passage");
  }

  @Test
  void tablesAreToldApartByName() {
    putTables();
    Page page = browser.visit(TABLES, Look.LIGHT);
    assertThat(page.locator("[role=region]").nth(0)).hasAttribute("aria-label", "Table 1");
    assertThat(page.locator("[role=region]").nth(1)).hasAttribute("aria-label", "Table 2");
  }
}
