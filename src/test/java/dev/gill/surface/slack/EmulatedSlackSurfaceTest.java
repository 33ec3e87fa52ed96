package dev.gill.surface.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.SlackSignature;
import dev.gill.lab.servers.EmulatedSlack;
import dev.gill.lab.servers.Real;
import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.surface.chat.ChatHouse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The official client against an emulator of Slack that others wrote; requests as the SDK signs.
 */
@Tag("slow")
class EmulatedSlackSurfaceTest {
  private static final String SECRET = "tulip-88-tulip-88";
  private static final String QUESTION = "How often are the staging certificates rotated?";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChatHouse house = new ChatHouse();
  private EmulatedSlack slack;
  private SlackSurface surface;
  private String ops;

  @BeforeEach
  void begin() throws Exception {
    slack = Real.orSkip(EmulatedSlack::start);
    ops = slack.channel(EmulatedSlack.ALICE, "ops");
    house.put(
        "wiki:certificates",
        "Certificates",
        "Mira",
        3,
        new Audience.Everyone(),
        "# Certificates\n\nThe staging certificates are rotated every 30 days.\n");
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
                EmulatedSlack.APP,
                Optional.empty(),
                URI.create(slack.url()),
                Optional.empty()),
            house.parts(),
            house::now);
  }

  @AfterEach
  void end() {
    if (slack != null) {
      surface.close();
      slack.close();
    }
    house.close();
  }

  private void mention(String user, String ts, String text) {
    ObjectNode envelope = JSON.createObjectNode().put("type", "event_callback");
    envelope.put("event_id", "Ev" + ts);
    envelope
        .putObject("event")
        .put("type", "app_mention")
        .put("user", user)
        .put("channel", ops)
        .put("ts", ts)
        .put("text", "<@U0> " + text);
    String body = envelope.toString();
    String seconds = Long.toString(house.now().getEpochSecond());
    String signature = new SlackSignature.Generator(SECRET).generate(seconds, body);
    assertThat(surface.take(seconds, signature, body.getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(200);
  }

  @Test
  void a_mention_is_answered_in_its_thread_where_people_read_it() throws Exception {
    String alice = slack.call(EmulatedSlack.ALICE, "auth.test").path("user_id").asText();
    String ts =
        slack
            .call(EmulatedSlack.ALICE, "chat.postMessage", "channel", ops, "text", QUESTION)
            .path("ts")
            .asText();
    mention(alice, ts, QUESTION);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode thread =
                  slack
                      .call(EmulatedSlack.BOB, "conversations.replies", "channel", ops, "ts", ts)
                      .path("messages");
              assertThat(thread).hasSize(2);
              assertThat(thread.path(1).toString()).contains("every 30 days");
            });
  }

  @Test
  void what_not_all_may_read_is_not_said_there() throws Exception {
    String alice = slack.call(EmulatedSlack.ALICE, "auth.test").path("user_id").asText();
    house.groups.put(Identity.email("alice@lab.example"), Set.of("leads"));
    String question = "When does the pay round begin?";
    String ts =
        slack
            .call(EmulatedSlack.ALICE, "chat.postMessage", "channel", ops, "text", question)
            .path("ts")
            .asText();
    mention(alice, ts, question);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        slack
                            .call(
                                EmulatedSlack.BOB,
                                "conversations.replies",
                                "channel",
                                ops,
                                "ts",
                                ts)
                            .path("messages")
                            .toString())
                    .contains("everybody here may read")
                    .doesNotContain("Monday"));
  }
}
