package dev.gill.surface;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.surface.lark.LarkEvents;
import dev.gill.surface.lark.StandInLarkChat;
import dev.gill.surface.signing.Hmac;
import dev.gill.surface.signing.LarkRequests;
import dev.gill.surface.slack.StandInSlack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every surface gives the same statements with the same citations; the page asks the interface. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class SameAnswerEverywhereTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PAGE =
      Pattern.compile("https://gill\\.example\\.com/documents/([^?\\s]*)\\?");

  /** A number in brackets, as Lark's entities write it. */
  private static final Pattern NUMBER = Pattern.compile("&#91;(\\d+)&#93;");

  private static final LarkEvents EVENTS = new LarkEvents(SmallHouse.LARK_KEY, "");

  /** What tells two requests of one question apart. */
  private static int asked;

  @Inject SmallHouse house;

  /** What is stated, and the numbers and documents of what is cited for it. */
  private record Shown(List<String> statements, List<String> citations) {}

  @BeforeEach
  void begin() {
    SmallTeam.moveInto(house);
    house.slack.user("U1", "mira@example.org", "en-GB");
    house.slack.channel("C1", "U1");
    house.slack.said.clear();
    house.lark.user("ou_mira", "mira@example.org");
    house.lark.said.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What must be stopped before a restore?",
        "How do I restore the database?",
        "请假需要提前多久？",
        "How long does the writer stop?",
        "Who won the football match yesterday?"
      })
  void the_same_question_gets_the_same_answer(String question) throws Exception {
    Shown api = api(question);

    assertThat(stated(api, slack(question))).as("Slack").isEqualTo(api);
    assertThat(stated(api, lark(question))).as("Lark").isEqualTo(api);
  }

  /** What is only near is quoted as each surface reads best, and stated by none. */
  private static Shown stated(Shown api, Shown shown) {
    return api.statements().isEmpty() ? new Shown(List.of(), shown.citations()) : shown;
  }

  private Shown api(String question) throws Exception {
    JsonNode reply =
        JSON.readTree(
            given()
                .contentType("application/json")
                .body(JSON.createObjectNode().put("question", question).toString())
                .post("/api/ask")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    List<String> statements = new ArrayList<>();
    reply.path("statements").forEach(each -> statements.add(plain(each.path("text").asText())));
    List<String> citations = new ArrayList<>();
    for (JsonNode cited : reply.path("citations")) {
      citations.add(
          "[%d] %s".formatted(cited.path("marker").asInt(), cited.at("/document/id").asText()));
    }
    return new Shown(statements, citations);
  }

  private Shown slack(String question) throws Exception {
    String body =
        "channel_id=C1&user_id=U1&command=%%2Fgill&n=%d&text=%s&response_url=%s"
            .formatted(
                asked++,
                URLEncoder.encode(question, StandardCharsets.UTF_8),
                URLEncoder.encode(house.slack.responseUrl("a"), StandardCharsets.UTF_8));
    String seconds = Long.toString(SmallHouse.NOW.getEpochSecond());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    given()
        .header("X-Slack-Request-Timestamp", seconds)
        .header("X-Slack-Signature", "v0=" + Hmac.slack(SmallHouse.SLACK_SECRET, seconds, bytes))
        .contentType("application/x-www-form-urlencoded")
        .body(body)
        .post("/api/surfaces/slack")
        .then()
        .statusCode(200);
    return shown(house.slack.next());
  }

  /** Quotes follow each other until what they refer to; then each source stands in a line. */
  private static Shown shown(StandInSlack.Said said) {
    List<String> statements = new ArrayList<>();
    List<String> citations = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (JsonNode block : said.blocks()) {
      for (JsonNode section : block.path("elements")) {
        String type = section.path("type").asText();
        boolean quote = type.equals("rich_text_quote") || type.equals("rich_text_preformatted");
        for (JsonNode element : section.path("elements")) {
          boolean mark = element.path("text").asText().matches("\\[\\d+]");
          if (quote && !mark) {
            words.append(element.path("text").asText()).append('\n');
          }
          if (mark && !words.isEmpty()) {
            statements.add(plain(words.toString()));
            words.setLength(0);
          }
        }
        if (type.equals("rich_text_section")) {
          cited(section, citations);
        }
      }
    }
    return new Shown(statements, citations);
  }

  private Shown lark(String question) throws Exception {
    byte[] body = EVENTS.encrypted(EVENTS.message("ou_mira", "oc_direct", question, ""));
    LarkRequests.Signed signed = EVENTS.signed(SmallHouse.NOW, body);
    given()
        .header("X-Lark-Request-Timestamp", signed.timestamp().orElseThrow())
        .header("X-Lark-Request-Nonce", signed.nonce().orElseThrow())
        .header("X-Lark-Signature", signed.signature().orElseThrow())
        .contentType("application/json")
        .body(body)
        .post("/api/surfaces/lark")
        .then()
        .statusCode(200);
    return shown(house.lark.next());
  }

  /** A statement stands above the line of what it refers to. */
  private static Shown shown(StandInLarkChat.Said said) {
    List<String> statements = new ArrayList<>();
    List<String> citations = new ArrayList<>();
    String words = "";
    for (JsonNode element : said.card().path("elements")) {
      String content = element.path("content").asText();
      Matcher mark = NUMBER.matcher(content);
      if (element.path("tag").asText().equals("div")) {
        words = element.at("/text/content").asText();
      } else if (content.startsWith("[") && mark.find()) {
        statements.add(plain(words));
      } else if (mark.find()) {
        citations.add("[%s] %s".formatted(mark.group(1), page(content)));
      }
    }
    return new Shown(statements, citations);
  }

  private static String page(String text) {
    Matcher page = PAGE.matcher(text);
    assertThat(page.find()).as(text).isTrue();
    return URLDecoder.decode(page.group(1), StandardCharsets.UTF_8);
  }

  private static void cited(JsonNode section, List<String> citations) {
    String first = section.at("/elements/0/text").asText();
    if (first.matches("\\[\\d+] ")) {
      citations.add(first + page(String.join("\n", section.findValuesAsText("url"))));
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
