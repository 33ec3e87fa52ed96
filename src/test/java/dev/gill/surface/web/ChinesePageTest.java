package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.gill.Browser.Look;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import dev.gill.sync.Rebuilding;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages as a browser shows them that asks for Chinese. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class ChinesePageTest extends HouseBrowser {
  /**
   * Words of Latin letters that a page shows or says as its own: not what is quoted, which has its
   * language, nor names, which are not to be translated.
   */
  private static final String FOREIGN =
      """
      () => {
        const own = (element) => !element.closest('[translate=no], article, script, style, template, noscript')
          && element.closest('[lang]').lang === 'zh';
        const found = [];
        const look = (text, element) => {
          const words = text.replace(/《[^》]*》|查看 (board|handbook|wiki)|links=follow|Gill|PDF|Word|MediaWiki|WebDAV|Git|JavaScript|Markdown|UTC|JSON/g, '').match(/[A-Za-z]{2,}/g);
          if (words && own(element)) found.push(text.trim());
        };
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) look(texts.currentNode.data, texts.currentNode.parentElement);
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          for (const element of document.querySelectorAll(`[${name}]`)) look(element.getAttribute(name), element);
        }
        return found;
      }
      """;

  private static Page visit(String path) {
    return settled(browser.visit(path, Look.LIGHT, "zh-CN"));
  }

  @Test
  void noEnglishWordOfOursIsLeft() {
    house.sources.rebuilding =
        Optional.of(new Rebuilding(1240, 5000, SmallHouse.NOW, "Why.", Optional.of("Waits.")));
    for (String path :
        List.of(
            "/",
            ASKED,
            NEAR,
            UNKNOWN,
            "/?q=请假需要提前多久？",
            "/sources",
            RESTORE,
            EDITED,
            "/documents/handbook:人事/请假.md")) {
      Page page = visit(path);
      assertThat(page.locator("html")).hasAttribute("lang", "zh");
      page.evaluate(
          "() => document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      assertThat((List<?>) page.evaluate(FOREIGN)).as(path).isEmpty();
      page.context().close();
    }
  }

  @Test
  void anAnswerAndItsSurroundingsAreInChineseAndTheQuoteStaysAsItIs() {
    Page page = visit(ASKED);
    assertThat(page).hasTitle(QUESTION + " · Gill");
    assertThat(page.locator(".answer p").first()).hasAttribute("lang", "en");
    assertThat(page.locator(".answer")).containsText(SmallTeam.STOP);
    assertThat(page.locator(".fresh")).hasText("同步至3 秒前");
    assertThat(page.locator(".facts").first()).containsText("2026年11月18日 · 版本 4f2a91c07b…");
    assertThat(page.locator(".detail").first()).containsText("第 7 行");
    assertThat(page.locator("#status")).hasText("已回答，引用 2 处。");
    page.navigate(UNKNOWN);
    assertThat(page.locator(".answer")).containsText("我还不知道");
    page.navigate(RESTORE);
    assertThat(page.locator(".about time").first()).hasText("2026年11月18日 16:20");
  }

  @Test
  void theSourcesAreDescribedInChinese() {
    Page page = visit("/sources");
    assertThat(page.locator(".source-card").nth(1)).containsText("文件夹");
    assertThat(page.locator(".source-card").nth(1).locator(".state")).hasText("已同步");
    assertThat(page.locator("#breaths li").first()).containsText("有改动：14 段中有 1 段是新的");
    assertThat(page.locator("#breaths time").first()).hasText("4 秒前");
  }

  @Test
  void errorsAreInChineseToo() {
    Page page = visit("/?q=explode");
    assertThat(page.locator("#status")).containsText("Gill 内部出错；详情见日志");
    page.route("**/api/ask", Route::abort);
    page.getByRole(com.microsoft.playwright.options.AriaRole.COMBOBOX).fill("谁？");
    page.keyboard().press("Enter");
    assertThat(page.locator("#status")).hasText("无法连接 Gill。它还在运行吗？");
    page.navigate("/documents/handbook:none.md");
    assertThat(page.locator("h1")).hasText("已不在");
    assertThat(browser.complaints())
        .allMatch(c -> c.contains("500") || c.contains("ERR_FAILED") || c.contains("404"));
  }

  @Test
  void theInterfaceExplainsErrorsInTheLanguageThatIsAskedForAndItsTitlesStayTheSame() {
    given()
        .header("Accept-Language", "zh-CN,zh;q=0.9")
        .contentType("application/json")
        .body("{\"question\":\" \"}")
        .post("/api/ask")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:gill:problem:invalid-question"))
        .body("title", equalTo("Invalid question"))
        .body("detail", equalTo("问题不能为空。"));
    given()
        .header("Accept-Language", "zh")
        .get("/api/none")
        .then()
        .statusCode(404)
        .body("detail", startsWith("这个地址什么也没有"));
    given()
        .header("Accept-Language", "zh")
        .accept("text/html")
        .get("/none")
        .then()
        .statusCode(404)
        .body(containsString("<html lang=\"zh\">"), containsString("这个地址没有页面"));
    given()
        .header("Accept-Language", "xx")
        .get("/")
        .then()
        .body(containsString("<html lang=\"en\">"));
  }
}
