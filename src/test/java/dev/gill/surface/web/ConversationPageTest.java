package dev.gill.surface.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.gill.Browser.Look;
import dev.gill.langchain4j.ScriptedServer;
import dev.gill.surface.SmallHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions one after the other on the page, where a chat model words answers. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class ConversationPageTest extends HouseBrowser {
  private static final String ALONE = "What about the writer after a restore?";

  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer(ScriptedServer.conversing(ALONE, "NOT FOUND"));
    house.model.set(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void ask(Page page, String question) {
    page.getByLabel("Your question").fill(question);
    page.keyboard().press("Enter");
  }

  @Test
  void aFollowUpIsUnderstoodAndCanBeAskedAlone() {
    Page page = browser.visit(ASKED, Look.LIGHT);
    assertThat(page.locator(".answer")).isVisible();
    ask(page, "And after a restore?");
    Locator note = page.locator("p.model");
    assertThat(note).containsText(ALONE);
    page.reload();
    assertThat(note).containsText(ALONE);

    note.getByText("Ask it alone").click();
    assertThat(note).hasCount(0);
  }

  @Test
  void anAddressBeginsAConversationOfItsOwn() {
    Page page = browser.visit(ASKED, Look.LIGHT);
    assertThat(page.locator(".answer")).isVisible();
    settled(browser.visit("/?q=And+after+a+restore%3F", Look.LIGHT));
    assertThat(server.requests()).noneMatch(ScriptedServer::isRestating);
  }
}
