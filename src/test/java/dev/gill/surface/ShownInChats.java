package dev.gill.surface;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.surface.dingtalk.StandInDingTalk;
import dev.gill.surface.lark.LarkEvents;
import dev.gill.surface.lark.StandInLarkChat;
import dev.gill.surface.signing.Hmac;
import dev.gill.surface.signing.LarkRequests;
import dev.gill.surface.slack.StandInSlack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks as chats do, and reads what they are given to show. */
final class ShownInChats {
  private static final LarkEvents EVENTS = new LarkEvents(SmallHouse.LARK_KEY, "");

  /** A number in brackets, as Lark's entities write it. */
  private static final Pattern LARK_MARK = Pattern.compile("&#91;(\\d+)&#93;");

  /** The same behind DingTalk's backslashes. */
  private static final Pattern DINGTALK_MARK = Pattern.compile("\\\\\\[(\\d+)\\\\]");

  private static final String ASKER = "mira@example.org";

  /** What tells two requests of one question apart. */
  private static int asked;

  private final SmallHouse house;

  /** In this house, somebody is in all chats from now on. */
  ShownInChats(SmallHouse house) {
    this.house = house;
    house.slack.user("U1", ASKER, "en-GB");
    house.slack.channel("C1", "U1");
    house.slack.said.clear();
    house.lark.user("ou_mira", ASKER);
    house.lark.said.clear();
    house.dingTalk.user("mira", ASKER);
    house.dingTalk.said.clear();
  }

  Shown slack(String question) throws InterruptedException {
    return shown(slackSays(question));
  }

  /** What is said in Slack, as it is sent. */
  StandInSlack.Said slackSays(String question) throws InterruptedException {
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
    return house.slack.next();
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
            statements.add(Shown.plain(words.toString()));
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

  private static void cited(JsonNode section, List<String> citations) {
    String first = section.at("/elements/0/text").asText();
    if (first.matches("\\[\\d+] ")) {
      citations.add(first + Shown.document(String.join("\n", section.findValuesAsText("url"))));
    }
  }

  Shown lark(String question) throws InterruptedException {
    return shown(larkSays(question));
  }

  /** What is said in Lark, as it is sent. */
  StandInLarkChat.Said larkSays(String question) throws InterruptedException {
    return larkSays("ou_mira", question);
  }

  /** The same to somebody else with that address. */
  StandInLarkChat.Said larkSays(String who, String question) throws InterruptedException {
    house.lark.user(who, ASKER);
    byte[] body = EVENTS.encrypted(EVENTS.message(who, "oc_" + who, question, ""));
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
    return house.lark.next();
  }

  /** A statement stands above the line of what it refers to. */
  private static Shown shown(StandInLarkChat.Said said) {
    List<String> statements = new ArrayList<>();
    List<String> citations = new ArrayList<>();
    String words = "";
    for (JsonNode element : said.card().path("elements")) {
      String content = element.path("content").asText();
      Matcher mark = LARK_MARK.matcher(content);
      if (element.path("tag").asText().equals("div")) {
        words = element.at("/text/content").asText();
      } else if (content.startsWith("[") && mark.find()) {
        statements.add(Shown.plain(words));
      } else if (mark.find()) {
        citations.add(Shown.citation(mark.group(1), Shown.document(content)));
      }
    }
    return new Shown(statements, citations);
  }

  Shown dingTalk(String question) throws InterruptedException {
    return shown(dingTalkSays("mira", question));
  }

  /** What is said in DingTalk to somebody alone, as it is sent. */
  String dingTalkSays(String who, String question) throws InterruptedException {
    String millis = StandInDingTalk.millis(SmallHouse.NOW);
    given()
        .header("timestamp", millis)
        .header("sign", house.dingTalk.signature(millis))
        .contentType("application/json")
        .body(house.dingTalk.message(who, true, question))
        .post("/api/surfaces/dingtalk")
        .then()
        .statusCode(200);
    return house.dingTalk.next();
  }

  /** A statement is a quotation whose marks are links; each source has a line of its own. */
  private static Shown shown(String markdown) {
    List<String> statements = new ArrayList<>();
    List<String> citations = new ArrayList<>();
    for (String paragraph : markdown.split("\n\n")) {
      Matcher mark = DINGTALK_MARK.matcher(paragraph);
      if (mark.find()) {
        if (paragraph.startsWith("> ")) {
          String words = paragraph.substring(2, mark.start() - 1);
          statements.add(Shown.plain(words.replaceAll("\\\\(.)", "$1")));
        } else {
          citations.add(Shown.citation(mark.group(1), Shown.document(paragraph)));
        }
      }
    }
    return new Shown(statements, citations);
  }
}
