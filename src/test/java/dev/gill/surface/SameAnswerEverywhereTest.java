package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.gill.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every surface gives the same statements with the same citations. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class SameAnswerEverywhereTest {
  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void begin() {
    SmallTeam.moveInto(house);
  }

  static List<String> questions() {
    return List.of(
        "What must be stopped before a restore?",
        "What about the writer before you restore?",
        "How do I restore the database?",
        "请假需要提前多久？",
        "How long does the writer stop?",
        "Who won the football match yesterday?");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void the_same_question_gets_the_same_answer(String question) throws Exception {
    Shown api = ShownToPrograms.api(question);
    ShownInChats chats = new ShownInChats(house);

    assertThat(chats.slack(question).asOf(api)).as("Slack").isEqualTo(api);
    assertThat(chats.lark(question).asOf(api)).as("Lark").isEqualTo(api);
    assertThat(chats.dingTalk(question).asOf(api)).as("DingTalk").isEqualTo(api);
    assertThat(ShownToPrograms.mcp(question).asOf(api)).as("MCP").isEqualTo(api);
    assertThat(ShownToPrograms.openAi(question).asOf(api)).as("OpenAI").isEqualTo(api);
  }

  @Test
  @Tag("slow")
  void and_so_does_the_page() throws Exception {
    try (Browser browser = Browser.open(home.toString().replaceAll("/$", ""))) {
      for (String question : questions()) {
        Shown api = ShownToPrograms.api(question);
        String address = "/?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
        Page page = browser.visit(address, Browser.Look.LIGHT);
        assertThat(shown(page).asOf(api)).as(question).isEqualTo(api);
        page.context().close();
      }
    }
  }

  /** Statements end with their marks; each document has a card with its quotes. */
  private static Shown shown(Page page) {
    page.locator(".answer").first().waitFor();
    page.evaluate(
        """
        () => document.querySelectorAll('.answer .marker, .answer button, .number').forEach(
          (each) => each.replaceWith(each.matches('.number') ? `${each.textContent} ` :
            each.matches('.marker') ? '\\u2055' : ' '))
        """);
    List<String> statements = new ArrayList<>();
    String[] stated = page.locator(".answer").first().innerText().split("\\u2055+", -1);
    for (int i = 0; i < stated.length - 1; i++) {
      if (!stated[i].isBlank()) {
        statements.add(Shown.plain(stated[i]));
      }
    }
    List<String> citations = new ArrayList<>();
    for (Locator quote : page.locator(".card .quote").all()) {
      String number = quote.textContent().strip().replaceAll("(?s)\\s.*", "");
      String link = quote.locator(".open").getAttribute("href");
      citations.add(Shown.citation(number.matches("\\d+") ? number : "1", Shown.document(link)));
    }
    return new Shown(statements, citations);
  }
}
