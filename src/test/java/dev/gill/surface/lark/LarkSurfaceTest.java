package dev.gill.surface.lark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.langchain4j.ScriptedServer;
import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.surface.chat.ChatHouse;
import dev.gill.surface.signing.LarkRequests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lark from the encrypted event to what is sent to its platform. */
@Tag("slow")
class LarkSurfaceTest {
  private static final String KEY = "tulip-88-tulip-88";
  private static final String TOKEN = "token-1";
  private static final String QUESTION = "预发布环境的证书多久轮换一次？";

  private final ChatHouse house = new ChatHouse();
  private final StandInLarkChat lark = StandInLarkChat.started();
  private final LarkEvents events = new LarkEvents(KEY, TOKEN);
  private LarkSurface surface;

  @BeforeEach
  void begin() {
    lark.user("ou_mira", "mira@example.org");
    lark.user("ou_jonas", "jonas@example.org");
    lark.chat("oc_ops", "ou_mira", "ou_jonas");
    house.member(Identity.email("mira@example.org"), "leads");
    house.put(
        "wiki:certificates",
        "证书",
        "Mira",
        3,
        new Audience.Everyone(),
        "# 证书\n\n预发布环境的证书每 30 天轮换一次。\n\n生产环境的证书每 90 天轮换一次。\n");
    house.put(
        "wiki:pay",
        "Pay round",
        "Lena",
        400,
        Audience.of("leads"),
        "# Pay round\n\nThe pay round begins on the first Monday of May.\n");
    surface = LarkSurface.of(settings(), house.parts(), house::now);
  }

  private LarkSurfaceSettings settings() {
    return new LarkSurfaceSettings(
        StandInLarkChat.APP,
        StandInLarkChat.SECRET,
        KEY,
        Optional.of(TOKEN),
        lark.platform(),
        Optional.empty());
  }

  @AfterEach
  void end() {
    surface.close();
    lark.close();
    house.close();
  }

  private int send(String event) {
    byte[] body = events.encrypted(event);
    return surface.take(events.signed(house.now(), body), body).status();
  }

  @Test
  void a_mention_is_answered_in_its_topic_from_what_all_may_read() throws Exception {
    assertThat(send(events.message("ou_mira", "oc_ops", "@_user_1 " + QUESTION, "om_root")))
        .isEqualTo(200);

    StandInLarkChat.Said said = lark.next();
    assertThat(said.path()).isEqualTo("im/v1/messages/om_q1/reply");
    assertThat(said.sent().path("reply_in_thread").asBoolean()).isTrue();
    assertThat(said.words()).contains("预发布环境的证书每 30 天轮换一次", "3 天前编辑", "内容已过时");
    assertThat(said.card().at("/config/update_multi").asBoolean()).isTrue();
  }

  @Test
  void who_may_read_more_gets_a_card_of_their_own_and_may_share_it() throws Exception {
    send(events.message("ou_mira", "oc_ops", "@_user_1 When does the pay round begin?", ""));
    assertThat(lark.next().words()).doesNotContain("Monday", "Pay round");
    StandInLarkChat.Said own = lark.next();
    assertThat(own.path()).isEqualTo("ephemeral/v1/send");
    assertThat(own.sent().path("open_id").asText()).isEqualTo("ou_mira");
    assertThat(own.words()).contains("first Monday of May");
    String answer = own.button("gill-share").orElseThrow();

    send(events.press("ou_mira", "oc_ops", "gill-share", answer));
    StandInLarkChat.Said warning = lark.next();
    assertThat(warning.path()).as("in its place").isEqualTo("interactive/v1/card/update");
    assertThat(warning.words()).contains("<at id=ou_jonas></at>", "Pay round");

    send(events.press("ou_mira", "oc_ops", "gill-share-anyway", answer));
    StandInLarkChat.Said aloud = lark.next();
    assertThat(aloud.path()).isEqualTo("im/v1/messages");
    assertThat(aloud.sent().path("receive_id").asText()).isEqualTo("oc_ops");
    assertThat(aloud.words()).contains("first Monday of May");
  }

  @Test
  void a_direct_message_is_answered_there() throws Exception {
    send(events.message("ou_mira", "oc_direct", "When does the pay round begin?", ""));

    StandInLarkChat.Said said = lark.next();
    assertThat(said.path()).isEqualTo("im/v1/messages/om_q1/reply");
    assertThat(said.words()).contains("first Monday of May");
    send(
        events.press(
            "ou_mira", "oc_direct", "gill-helpful", said.button("gill-helpful").orElseThrow()));
    assertThat(lark.next().sent().path("receive_id").asText()).isEqualTo("ou_mira");
  }

  @Test
  void an_answer_grows_in_one_card_while_a_model_writes_it() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    String right = "预发布环境的证书每 30 天轮换一次。";
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
      send(events.message("ou_jonas", "oc_ops", "@_user_1 " + QUESTION, "om_root"));
      StandInLarkChat.Said begun = lark.next();
      seen.countDown();
      assertThat(begun.path()).isEqualTo("im/v1/messages/om_q1/reply");
      assertThat(begun.words()).contains(right, "仍在撰写");
      StandInLarkChat.Said whole = lark.next();
      assertThat(whole.path()).as("in its place").isEqualTo("im/v1/messages/om_1");
      assertThat(whole.words()).contains(right).doesNotContain("仍在撰写");
    }
  }

  @Test
  void a_follow_up_knows_its_topic() throws Exception {
    send(events.message("ou_mira", "oc_ops", "@_user_1 " + QUESTION, "om_root"));
    lark.next();
    send(events.message("ou_jonas", "oc_ops", "@_user_1 那生产环境呢？", "om_root"));
    assertThat(lark.next().words()).contains("每 90 天");
  }

  @Test
  void gill_is_silent_unless_it_is_mentioned() throws Exception {
    String group = events.message("ou_mira", "oc_ops", "@_user_1 " + QUESTION, "");
    send(group.replace(StandInLarkChat.BOT, "ou_another"));
    send(group.replace("\"sender_type\":\"user\"", "\"sender_type\":\"app\"").replace("e1", "e9"));
    send(events.message("ou_mira", "oc_direct", QUESTION, ""));

    assertThat(lark.next().words()).contains("每 30 天");
    assertThat(lark.said).isEmpty();
  }

  @Test
  void what_lark_sends_again_is_answered_once() throws Exception {
    String event = events.message("ou_mira", "oc_direct", QUESTION, "");
    assertThat(send(event)).isEqualTo(200);
    String again = event.replaceFirst("\"event_id\":\"e\\d+\"", "\"event_id\":\"again\"");
    byte[] other = events.encrypted(again);
    Instant later = house.now().plusSeconds(5);
    assertThat(surface.take(events.signed(later, other), other).status()).isEqualTo(200);
    send(events.message("ou_mira", "oc_direct", "When does the pay round begin?", ""));

    assertThat(lark.next().words()).contains("每 30 天");
    assertThat(lark.next().words()).contains("first Monday of May");
    assertThat(lark.said).isEmpty();
  }

  @Test
  void a_pause_that_lark_asks_for_is_kept() throws Exception {
    lark.refuse(1);
    send(events.message("ou_mira", "oc_direct", QUESTION, ""));
    assertThat(lark.next().words()).contains("每 30 天");
  }

  @Test
  void somebody_of_another_organization_narrows_a_group_to_what_everyone_reads() throws Exception {
    lark.chat("oc_leads", "ou_mira", "ou_outside");
    send(events.message("ou_mira", "oc_leads", "@_user_1 When does the pay round begin?", ""));
    assertThat(lark.next().words()).doesNotContain("Monday");
  }

  @Test
  void what_a_page_says_is_no_markup() throws Exception {
    house.put(
        "wiki:odd",
        "<at id=all></at> *Odd* [lighthouse](https://bad.example)",
        "",
        3,
        new Audience.Everyone(),
        "# Odd\n\nThe odd lighthouse is lit by &lt;at id=all&gt; every evening.\n");
    send(events.message("ou_mira", "oc_direct", "When is the odd lighthouse lit?", ""));

    StandInLarkChat.Said said = lark.next();
    said.card().findParents("tag").stream()
        .filter(each -> each.path("tag").asText().equals("markdown"))
        .forEach(
            each ->
                assertThat(each.path("content").asText())
                    .doesNotContain("<at", "*Odd*", "https://bad"));
  }

  @Test
  void a_thousand_forged_stale_replayed_and_mangled_events_are_refused() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      String event = events.message("ou_mira", "oc_direct", QUESTION, "");
      byte[] body = events.encrypted(event);
      Instant now = house.now();
      LarkRequests.Signed right = events.signed(now, body);
      int status =
          switch (i % 9) {
            case 0 -> surface.take(right, flipped(body, random)).status();
            case 1 -> {
              byte[] foreign = LarkEvents.encrypted("another-key-another", event);
              yield surface.take(events.signed(now, foreign), foreign).status();
            }
            case 2 ->
                surface
                    .take(events.signed(now.minusSeconds(301 + random.nextInt(9_999)), body), body)
                    .status();
            case 3 -> {
              byte[] nothing = events.encrypted("{\"header\":{\"token\":\"token-1\"}}");
              LarkRequests.Signed signed = events.signed(now, nothing);
              surface.take(signed, nothing);
              yield surface.take(signed, nothing).status();
            }
            case 4 -> {
              byte[] open = event.getBytes(StandardCharsets.UTF_8);
              yield surface.take(events.signed(now, open), open).status();
            }
            case 5 ->
                surface
                    .take(
                        new LarkRequests.Signed(right.timestamp(), right.nonce(), Optional.empty()),
                        body)
                    .status();
            case 6 -> {
              byte[] other = events.encrypted(event.replace(TOKEN, "token-2"));
              yield surface.take(events.signed(now, other), other).status();
            }
            case 7 ->
                surface
                    .take(
                        new LarkRequests.Signed(
                            Optional.of(Long.toString(now.getEpochSecond() + 1)),
                            right.nonce(),
                            right.signature()),
                        body)
                    .status();
            default -> {
              byte[] noise = new byte[random.nextInt(200)];
              random.nextBytes(noise);
              yield surface.take(events.signed(now, noise), noise).status();
            }
          };
      assertThat(status).as("%d", i).isEqualTo(401);
    }
    send(events.message("ou_mira", "oc_direct", "When does the pay round begin?", ""));
    assertThat(lark.next().words()).as("nothing else was answered").contains("first Monday");
    assertThat(lark.said).isEmpty();
  }

  private static byte[] flipped(byte[] body, Random random) {
    byte[] flipped = body.clone();
    flipped[12 + random.nextInt(flipped.length - 14)] ^= (byte) (1 << random.nextInt(7));
    return flipped;
  }

  @Test
  void a_challenge_is_answered_and_what_is_not_configured_is_not_there() {
    byte[] body =
        events.encrypted(
            "{\"type\":\"url_verification\",\"challenge\":\"abc\",\"token\":\"token-1\"}");
    assertThat(surface.take(events.signed(house.now(), body), body).challenge()).contains("abc");
    assertThat(LarkSurface.off().take(events.signed(house.now(), body), body).status())
        .isEqualTo(404);
  }
}
