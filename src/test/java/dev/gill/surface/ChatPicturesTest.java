package dev.gill.surface;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gill.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What chats are given to show, drawn by a page of the test's; a chat's own app may differ. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class ChatPicturesTest {
  private static final String QUESTION = "What must be stopped, the writer before you restore?";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @Test
  void an_answer_in_slack_and_in_lark() throws Exception {
    SmallTeam.moveInto(house);
    house.trail.days = 30;
    ShownInChats chats = new ShownInChats(house);
    try (Browser browser = Browser.open(home.toString().replaceAll("/$", ""))) {
      Page slack = page(browser);
      slack.evaluate("blocks => slack(JSON.parse(blocks))", chats.slackSays(QUESTION).words());
      assertThat(slack.locator("blockquote").first()).containsText(SmallTeam.STOP);
      assertThat(slack.locator("button").first()).hasText("Share here");
      assertThat(slack.locator("button svg")).hasCount(2);
      picture(slack, "slack-answer");

      Page lark = page(browser);
      lark.evaluate("card => lark(JSON.parse(card))", chats.larkSays(QUESTION).card().toString());
      assertThat(lark.locator(".card p").first()).hasText(SmallTeam.STOP);
      assertThat(lark.locator(".card a").first()).hasText("[1]");
      assertThat(lark.locator(".card")).containsText("Before you start · Platform team");
      assertThat(lark.locator("button svg")).hasCount(2);
      picture(lark, "lark-answer");
    }
  }

  private static Page page(Browser browser) throws IOException {
    Page page = browser.page(Browser.Look.LIGHT, "en");
    try (InputStream in = ChatPicturesTest.class.getResourceAsStream("/surface/chat.html")) {
      page.setContent(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return page;
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("gill.test.pictures");
    if (folder != null) {
      page.locator("body")
          .screenshot(
              new com.microsoft.playwright.Locator.ScreenshotOptions()
                  .setPath(Path.of(folder, name + ".png")));
    }
  }
}
