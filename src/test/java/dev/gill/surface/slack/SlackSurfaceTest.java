package dev.gill.surface.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.langchain4j.ScriptedServer;
import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.surface.chat.ChatHouse;
import dev.gill.surface.signing.Hmac;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slack from the signed request to what the official SDK sends. */
@Tag("slow")
class SlackSurfaceTest {
  private static final String SECRET = "tulip-88-tulip-88";
  private static final String QUESTION = "How often are the staging certificates rotated?";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChatHouse house = new ChatHouse();
  private StandInSlack slack;
  private SlackSurface surface;
  private int events;

  @BeforeEach
  void begin() throws Exception {
    slack = new StandInSlack();
    slack.user("U1", "mira@example.org", "en-GB");
    slack.user("U2", "jonas@example.org", "zh-CN");
    slack.channel("C1", "U1", "U2");
    house.member(Identity.email("mira@example.org"), "leads");
    house.put(
        "wiki:certificates",
        "Certificates",
        "Mira",
        3,
        new Audience.Everyone(),
        """
        # Certificates

        The staging certificates are rotated every 30 days.

        The production certificates are rotated every 90 days.
        """);
    house.put(
        "wiki:pay",
        "Pay round",
        "Lena",
        400,
        Audience.of("leads"),
        "# Pay round\n\nThe pay round begins on the first Monday of May.\n");
    surface =
        SlackSurface.of(
            new SlackSettings(
                Optional.of(SECRET),
                StandInSlack.TOKEN,
                Optional.empty(),
                slack.api(),
                Optional.empty()),
            house.parts(),
            house::now);
  }

  @AfterEach
  void end() {
    surface.close();
    slack.close();
    house.close();
  }

  private int send(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String seconds = Long.toString(house.now().getEpochSecond());
    return surface.take(seconds, "v0=" + Hmac.slack(SECRET, seconds, bytes), bytes).status();
  }

  private int command(String user, String text, String url) {
    return send(
        "team_id=T1&channel_id=C1&user_id=%s&command=%%2Fgill&text=%s&response_url=%s&n=%d"
            .formatted(user, encoded(text), encoded(slack.responseUrl(url)), events++));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private int event(String event) throws Exception {
    return event("Ev" + events++, event);
  }

  private int event(String id, String event) throws Exception {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("type", "event_callback").put("team_id", "T1").put("event_id", id);
    envelope.set("event", JSON.readTree(event.replace('\'', '"')));
    return send(envelope.toString());
  }

  private int press(String user, String action, String value, String url) {
    ObjectNode payload = JSON.createObjectNode().put("type", "block_actions");
    payload.putObject("user").put("id", user);
    payload.putObject("channel").put("id", "C1");
    payload.put("response_url", slack.responseUrl(url));
    payload.putArray("actions").addObject().put("action_id", action).put("value", value);
    return send("payload=%s&n=%d".formatted(encoded(payload.toString()), events++));
  }

  @Test
  void a_command_is_answered_to_the_asker_alone_with_quotes_that_lead_there() throws Exception {
    assertThat(command("U1", QUESTION, "a")).isEqualTo(200);

    StandInSlack.Said said = slack.next();
    assertThat(said.method()).isEqualTo("respond");
    assertThat(said.sent().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(said.sent().path("text").asText()).contains("every 30 days");
    assertThat(said.words())
        .contains(
            "rich_text_quote",
            "\"url\":\"https://wiki.example.org/Certificates\",\"text\":\"[1]\"",
            "Mira · edited 3 days ago",
            "https://gill.example.com/documents/wiki:certificates?revision=");
    assertThat(said.button("gill-share")).isPresent();
  }

  @Test
  void a_mention_is_answered_in_its_thread_from_what_all_may_read() throws Exception {
    event(
        "{'type':'app_mention','user':'U1','channel':'C1','ts':'5.1','text':'<@UGILL> When does the"
            + " pay round begin?'}");

    StandInSlack.Said aloud = slack.next();
    assertThat(aloud.method()).isEqualTo("chat.postMessage");
    assertThat(aloud.sent().path("thread_ts").asText()).isEqualTo("5.1");
    assertThat(aloud.words()).doesNotContain("Monday", "Pay round");
    StandInSlack.Said own = slack.next();
    assertThat(own.method()).isEqualTo("chat.postEphemeral");
    assertThat(own.sent().path("user").asText()).isEqualTo("U1");
    assertThat(own.sent().path("thread_ts").asText()).isEqualTo("5.1");
    assertThat(own.words()).contains("first Monday of May");
  }

  @Test
  void an_answer_grows_in_one_message_while_a_model_writes_it() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    String right = "The staging certificates are rotated every 30 days.";
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.writing(
                pen -> {
                  house.pass(Duration.ofSeconds(2));
                  pen.say(right + "\n");
                  seen.await();
                  pen.end("stop");
                }))) {
      house.model.set(server.address());
      event(
          "{'type':'app_mention','user':'U2','channel':'C1','ts':'5.1','text':'<@UGILL> %s'}"
              .formatted(QUESTION));
      StandInSlack.Said begun = slack.next();
      seen.countDown();
      assertThat(begun.method()).isEqualTo("chat.postMessage");
      assertThat(begun.sent().path("thread_ts").asText()).isEqualTo("5.1");
      assertThat(begun.words()).contains(right, "仍在撰写");
      StandInSlack.Said whole = slack.next();
      assertThat(whole.method()).isEqualTo("chat.update");
      assertThat(whole.channel()).isEqualTo("C1");
      assertThat(whole.sent().path("ts").asText()).isEqualTo("1772000000.000001");
      assertThat(whole.words()).contains(right).doesNotContain("仍在撰写");
    }
  }

  @Test
  void a_share_is_warned_of_and_shown_after_that() throws Exception {
    command("U1", "When does the pay round begin?", "a");
    String answer = slack.next().button("gill-share").orElseThrow();
    press("U1", "gill-share", answer, "b");

    StandInSlack.Said warning = slack.next();
    assertThat(warning.sent().path("replace_original").asBoolean()).isTrue();
    assertThat(warning.words()).contains("\"user_id\":\"U2\"", "Pay round");
    assertThat(warning.button("gill-share-anyway")).contains(answer);

    press("U1", "gill-share-anyway", answer, "c");
    StandInSlack.Said aloud = slack.next();
    assertThat(aloud.method()).isEqualTo("chat.postMessage");
    assertThat(aloud.channel()).isEqualTo("C1");
    assertThat(aloud.words()).contains("first Monday of May");
    assertThat(slack.next().words()).contains("Shared.");
  }

  @Test
  void a_direct_message_is_answered_there_and_its_follow_up_too() throws Exception {
    event(
        "{'type':'message','channel_type':'im','user':'U1','channel':'DU1','ts':'1.1','text':'%s'}"
            .formatted(QUESTION));
    StandInSlack.Said first = slack.next();
    assertThat(first.channel()).isEqualTo("DU1");
    assertThat(first.words()).contains("every 30 days");

    event(
        "{'type':'message','channel_type':'im','user':'U1','channel':'DU1','ts':'1.2','text':'and"
            + " production?'}");
    assertThat(slack.next().words()).contains("every 90 days");
  }

  @Test
  void after_a_restart_a_thread_is_read_to_know_what_was_asked() throws Exception {
    slack.thread(
        "U1", "<@UGILL> " + QUESTION, "UGILL", "every 30 days", "U2", "<@UGILL> and who does it?");
    event(
        "{'type':'app_mention','user':'U2','channel':'C1','ts':'7.2','thread_ts':'7.1','text':'<@UGILL>"
            + " and who does it?'}");

    assertThat(slack.next().words()).contains("staging certificates are rotated");
  }

  @Test
  void gill_is_silent_unless_it_is_called() throws Exception {
    event(
        "{'type':'message','channel_type':'channel','user':'U1','channel':'C1','ts':'1.1','text':'%s'}"
            .formatted(QUESTION));
    event(
        "{'type':'message','channel_type':'im','user':'UGILL','bot_id':'B1','channel':'DU1','ts':'1.2','text':'%s'}"
            .formatted(QUESTION));
    event(
        "{'type':'message','subtype':'message_changed','channel_type':'im','user':'U1','channel':'DU1','ts':'1.3','text':'x'}");
    event(
        "{'type':'app_mention','bot_id':'B2','user':'U9','channel':'C1','ts':'1.4','text':'<@UGILL> %s'}"
            .formatted(QUESTION));
    event("{'type':'reaction_added','user':'U1'}");
    command("U1", QUESTION, "a");

    assertThat(slack.next().method()).isEqualTo("respond");
    nothingMore();
  }

  @Test
  void what_slack_sends_again_is_answered_once() throws Exception {
    String mention =
        "{'type':'app_mention','user':'U2','channel':'C1','ts':'5.1','text':'<@UGILL> %s'}"
            .formatted(QUESTION);
    assertThat(event("Ev1", mention)).isEqualTo(200);
    house.pass(Duration.ofSeconds(3));
    assertThat(event("Ev1", mention)).as("sent again").isEqualTo(200);
    assertThat(event("Ev2", mention)).as("as another event").isEqualTo(200);
    command("U1", QUESTION, "a");

    assertThat(List.of(slack.next().method(), slack.next().method()))
        .containsExactlyInAnyOrder("chat.postMessage", "respond");
    nothingMore();
  }

  private void nothingMore() {
    await().during(Duration.ofMillis(300)).until(slack.said::isEmpty);
  }

  @Test
  void an_address_to_answer_by_is_used_five_times_and_then_a_method() throws Exception {
    command("U1", QUESTION, "a");
    String answer = slack.next().button("gill-helpful").orElseThrow();
    for (int i = 0; i < 5; i++) {
      press("U1", "gill-helpful", answer, "b");
      assertThat(slack.next().method()).isEqualTo("respond");
    }
    press("U1", "gill-helpful", answer, "b");
    assertThat(slack.next().method()).isEqualTo("chat.postEphemeral");
  }

  @Test
  void an_address_of_another_host_is_not_used() throws Exception {
    send(
        "channel_id=C1&user_id=U1&command=%%2Fgill&text=%s&response_url=%s"
            .formatted(encoded(QUESTION), encoded("http://169.254.169.254/latest")));
    assertThat(slack.next().method()).isEqualTo("chat.postEphemeral");
  }

  @Test
  void a_pause_that_slack_asks_for_is_kept_and_the_answer_comes_after_it() throws Exception {
    slack.refuse("chat.postMessage", 1);
    event(
        "{'type':'app_mention','user':'U1','channel':'C1','ts':'5.1','text':'<@UGILL> %s'}"
            .formatted(QUESTION));
    assertThat(slack.next().words()).contains("every 30 days");
    assertThat(slack.calls.get("chat.postMessage").get()).isEqualTo(2);
  }

  @Test
  void an_account_of_another_workspace_or_an_unverified_address_is_nobody() throws Exception {
    slack.raw("U1").put("is_email_confirmed", false);
    command("U1", "When does the pay round begin?", "a");
    assertThat(slack.next().words()).doesNotContain("Monday");

    slack.user("U3", "mira@example.org", "en");
    slack.raw("U3").put("team_id", "T2");
    command("U3", "When does the pay round begin?", "b");
    assertThat(slack.next().words()).doesNotContain("Monday");
  }

  @Test
  void what_a_page_says_is_no_markup() throws Exception {
    house.put(
        "wiki:odd",
        "<!channel> *Odd* lighthouse",
        "<@U2>",
        3,
        new Audience.Everyone(),
        "# Odd\n\nThe odd lighthouse is lit by <!channel> and \\*stars\\* & more every evening.\n");
    command("U1", "When is the odd lighthouse lit?", "a");

    StandInSlack.Said said = slack.next();
    assertThat(said.sent().path("text").asText()).doesNotContain("<!channel>");
    for (JsonNode block : said.blocks()) {
      assertThat(block.path("type").asText()).isIn("rich_text", "context", "actions");
      assertThat(block.findValuesAsText("type")).doesNotContain("mrkdwn", "broadcast", "user");
    }
  }

  @Test
  void the_home_shows_what_was_asked() throws Exception {
    command("U1", QUESTION, "a");
    slack.next();
    event("{'type':'app_home_opened','user':'U1','tab':'home'}");

    StandInSlack.Said home = slack.next();
    assertThat(home.method()).isEqualTo("views.publish");
    assertThat(home.words()).contains(QUESTION);
  }

  @Test
  void each_request_gets_its_status() {
    byte[] body = "x".getBytes(StandardCharsets.UTF_8);
    assertThat(SlackSurface.off().take("1", "v0=1", body).status()).isEqualTo(404);
    assertThat(surface.take("1", "v0=1", body).status()).isEqualTo(401);
    assertThat(surface.take(null, null, new byte[0]).status()).isEqualTo(401);
    assertThat(send("{\"type\":\"event_callback\"}")).isEqualTo(400);
    assertThat(send("nonsense")).isEqualTo(400);
    assertThat(send("ssl_check=1")).isEqualTo(200);
    String challenge = "{\"type\":\"url_verification\",\"challenge\":\"abc\"}";
    byte[] bytes = challenge.getBytes(StandardCharsets.UTF_8);
    String seconds = Long.toString(house.now().getEpochSecond());
    assertThat(surface.take(seconds, "v0=" + Hmac.slack(SECRET, seconds, bytes), bytes).body())
        .isEqualTo("abc");
  }
}
