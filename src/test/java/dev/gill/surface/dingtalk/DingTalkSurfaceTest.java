package dev.gill.surface.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.surface.Mangling;
import dev.gill.surface.chat.ChatHouse;
import dev.gill.surface.chat.Checked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DingTalk from the signed request to what is said by the address that came with it. */
class DingTalkSurfaceTest {
  private static final String SECRET = "tulip-88-tulip-88";
  private static final String PAY = "When does the pay round begin?";
  private static final String QUESTION = "预发布环境的证书多久轮换一次？";

  private final ChatHouse house = new ChatHouse();
  private final StandInDingTalk platform = StandInDingTalk.started(SECRET);
  private DingTalkSurface surface;

  @BeforeEach
  void begin() {
    platform.user("mira", "mira@example.org");
    house.member(Identity.email("mira@example.org"), "leads");
    house.put(
        "wiki:certificates",
        "证书",
        "Mira",
        3,
        new Audience.Everyone(),
        "# 证书\n\n预发布环境的证书每 30 天轮换一次。\n");
    house.put(
        "wiki:pay",
        "Pay [round](https://bad.example)",
        "Lena",
        400,
        Audience.of("leads"),
        "# Pay round\n\nThe pay round begins on the first Monday of May.\n");
    surface = DingTalkSurface.of(platform.settings(), house.parts(), house::now);
  }

  @AfterEach
  void end() {
    surface.close();
    platform.close();
    house.close();
  }

  private int send(Instant at, byte[] body) {
    String millis = StandInDingTalk.millis(at);
    return surface.take(millis, platform.signature(millis), body);
  }

  @Test
  void who_asks_alone_is_answered_from_what_they_may_read() throws Exception {
    assertThat(send(house.now(), platform.message("mira", true, PAY))).isEqualTo(200);
    assertThat(platform.next())
        .contains(
            "first Monday of May", "\\[round\\]", "https://gill.example.com/documents/wiki:pay")
        .doesNotContain("](https://bad.example)");

    send(house.now(), platform.message("jonas", true, PAY));
    assertThat(platform.next()).doesNotContain("Monday");
  }

  @Test
  void in_a_group_only_what_everyone_may_read_is_said() throws Exception {
    send(house.now(), platform.message("mira", false, PAY));
    assertThat(platform.next()).isNotNull().doesNotContain("Monday", "Pay");

    send(house.now(), platform.message("mira", false, QUESTION));
    assertThat(platform.next()).contains("每 30 天", "3 天前编辑");
    assertThat(platform.said).isEmpty();
  }

  @Test
  void a_message_is_answered_once_and_by_no_foreign_address() throws Exception {
    byte[] body = platform.message("mira", true, PAY);
    send(house.now(), body);
    assertThat(send(house.now(), body)).isEqualTo(200);
    byte[] foreign =
        new String(platform.message("mira", true, PAY), StandardCharsets.UTF_8)
            .replace("127.0.0.1", "169.254.169.254")
            .getBytes(StandardCharsets.UTF_8);
    send(house.now(), foreign);
    assertThat(platform.next()).contains("Monday");
    send(house.now(), platform.message("mira", true, "How tall is the lighthouse?"));

    assertThat(platform.next()).startsWith("I don’t know");
    assertThat(platform.said).isEmpty();
  }

  @Test
  void a_thousand_forged_stale_and_mangled_requests_are_refused() {
    Random random = new Random(4);
    for (int i = 0; i < 1_000; i++) {
      byte[] body = platform.message("mira", true, PAY);
      String millis = Long.toString(house.now().toEpochMilli() + i);
      String right = platform.signature(millis);
      int status =
          switch (i % 6) {
            case 0 -> surface.take(millis, DingTalkRequests.signature("another", millis), body);
            case 1 -> send(house.now().minusSeconds(302 + random.nextInt(9_999)), body);
            case 2 -> surface.take(Long.toString(Long.parseLong(millis) + 1_000), right, body);
            case 3 -> surface.take(null, right, body);
            case 4 -> surface.take(millis, null, body);
            default -> surface.take("x" + millis, right, body);
          };
      assertThat(status).as("%d", i).isEqualTo(401);
    }
    assertThat(send(house.now(), new byte[] {'{', 1})).isEqualTo(400);
    assertThat(DingTalkSurface.off().take("1", "2", new byte[0])).isEqualTo(404);
    assertThat(platform.said).isEmpty();
  }

  @Test
  void a_thousand_mangled_and_replayed_messages_break_nothing_and_give_nothing_away()
      throws Exception {
    Mangling mangling = new Mangling(new Random(5));
    String right = new String(platform.message("jonas", true, PAY), StandardCharsets.UTF_8);
    assertThat(send(house.now(), right.getBytes(StandardCharsets.UTF_8))).isEqualTo(200);
    assertThat(platform.next()).doesNotContain("Monday");
    for (int i = 0; i < 1_000; i++) {
      byte[] body = i % 4 == 0 ? right.getBytes(StandardCharsets.UTF_8) : mangling.of(right);
      assertThat(send(house.now(), body)).as("%d", i).isIn(200, 400);
    }
    send(house.now(), platform.message("mira", true, PAY));
    Awaitility.await()
        .until(() -> platform.said.stream().anyMatch(text -> text.contains("Monday")));
    assertThat(platform.said.stream().filter(text -> text.contains("Monday"))).hasSize(1);
  }

  @Test
  void a_check_says_what_is_missing() throws Exception {
    platform.refusal = 60_121;
    assertThat(check(platform.settings())).allMatch(Checked::right).hasSize(3);

    platform.refusal = 60_011;
    assertThat(check(platform.settings()))
        .filteredOn(step -> !step.right())
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.sentence()).contains("60011", "qyapi_get_member", "fieldEmail"));

    DingTalkSettings wrong =
        new DingTalkSettings("ding1", "another", platform.settings().platform());
    assertThat(check(wrong))
        .singleElement()
        .satisfies(step -> assertThat(step.sentence()).contains("app-secret"));
  }

  private List<Checked> check(DingTalkSettings settings) throws InterruptedException {
    List<Checked> steps = new ArrayList<>();
    DingTalkSurfaceCheck.run(settings, house::now, steps::add);
    return steps;
  }
}
