package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gill.Browser.Look;
import dev.gill.langchain4j.ScriptedServer;
import dev.gill.surface.SmallHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody sees on the page while a chat model writes. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class UnfoldingPageTest extends HouseBrowser {
  private static final String FIRST = "Stop the writer before you restore.";
  private static final String WRONG = "Stop the writer 90 minutes before you restore.";

  private final CountDownLatch seen = new CountDownLatch(1);
  private ScriptedServer server;

  private Page visit(ScriptedServer.Writing writing) throws IOException {
    server = new ScriptedServer(ScriptedServer.writing(writing));
    house.model.set(server.address());
    return browser.visit(ASKED, Look.LIGHT);
  }

  @AfterEach
  void stop() {
    seen.countDown();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theFirstSentenceIsSeenWhileTheModelWritesAndAWrongOneNever() throws IOException {
    Page page =
        visit(
            pen -> {
              pen.say(FIRST + "\n" + WRONG + "\n");
              seen.await();
              pen.end("stop");
            });
    assertThat(page.locator(".answer")).hasText(FIRST + " 1");
    assertThat(page.locator("#status")).hasText("Still being written …");
    assertThat(page.locator(".citations .card")).hasCount(1);
    assertThat(page.locator(".fresh")).hasCount(0);
    seen.countDown();
    assertThat(page.locator(".fresh")).isVisible();
    assertThat(page.locator(".answer")).hasText(FIRST + " 1");
    assertThat(page.locator(".model s")).hasText(WRONG);
  }

  @Test
  void quotesTakeThePlaceOfWhatIsCutOff() throws IOException {
    Page page =
        visit(
            pen -> {
              pen.say(FIRST + "\nStop");
              seen.await();
            });
    assertThat(page.locator("#status")).hasText("Still being written …");
    seen.countDown();
    assertThat(page.locator(".model")).containsText("answer was cut off");
    assertThat(page.locator(".answer")).containsText(FIRST);
  }
}
