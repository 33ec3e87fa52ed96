package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.response.AckResponse;
import dev.gill.source.CheckStep;
import dev.gill.source.Replica;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events over a connection of Gill's own, from a stand-in that Slack's own client reads too. */
@Tag("slow")
final class SocketModeTest {
  @TempDir Path data;
  private final Replica replica = new Replica();
  private final BlockingQueue<String> wakes = new LinkedBlockingQueue<>();
  private Slacks slacks;
  private SmallSlack slack;
  private SmallSocket socket;
  private String root;

  @BeforeEach
  void begin() throws Exception {
    slacks = new Slacks(data);
    slack = new SmallSlack();
    socket = new SmallSocket();
    slack.socket = socket.url();
    slack.user("U1", "mira");
    slack.channel("C1", "ops", Kind.PUBLIC, "U1");
    root = slack.post("C1", "U1", "The gate code changes on Monday.");
  }

  @AfterEach
  void end() {
    socket.close();
    slack.close();
    slacks.close();
  }

  private SlackSource source() {
    return slacks.source(
        slack.url(),
        "app-token",
        SmallSlack.APP_TOKEN,
        "every",
        "1h",
        "internal-hosts",
        "%s,%s"
            .formatted(
                URI.create(slack.url()).getAuthority(), URI.create(socket.url()).getAuthority()));
  }

  private String changed() {
    return "{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C1\",\"message\":{\"ts\":\"%s\"}}"
        .formatted(root);
  }

  @Test
  void anEventWakesTheSourceAndIsAcknowledged() throws Exception {
    try (SlackSource source = source()) {
      replica.follow(source);
      source.onSignal(() -> wakes.add("wake"));
      await().until(() -> socket.listeners() == 1);
      slack.edit("C1", root, "The gate code changes on Friday.");
      String envelope = socket.event(changed());

      assertThat(wakes.poll(10, TimeUnit.SECONDS)).isEqualTo("wake");
      replica.follow(source);
      assertThat(replica.documents().toString()).contains("Friday").doesNotContain("Monday");
      await().until(() -> socket.isAcknowledged(envelope));
    }
    await().until(() -> socket.listeners() == 0);
  }

  @Test
  void aConnectionThatSlackEndsIsOpenedAnew() throws Exception {
    try (SlackSource source = source()) {
      replica.follow(source);
      source.onSignal(() -> wakes.add("wake"));
      await().until(() -> socket.listeners() == 1);
      socket.refresh();
      await().until(() -> slack.called("apps.connections.open") == 2 && socket.listeners() == 1);
      socket.event(changed());
      assertThat(wakes.poll(10, TimeUnit.SECONDS)).isEqualTo("wake");
    }
  }

  @Test
  void nobodyIsLedToAnotherHost() throws Exception {
    slack.socket = "ws://socket.example.org/link";
    try (SlackSource source = source()) {
      replica.follow(source);
      source.onSignal(() -> wakes.add("wake"));
      await().until(() -> slack.called("apps.connections.open") == 1);
      assertThat(socket.listeners()).isZero();
    }
  }

  @Test
  void theCheckTriesTheToken() throws Exception {
    assertThat(events(SmallSlack.APP_TOKEN).outcome()).isInstanceOf(CheckStep.Passed.class);
    assertThat(events("xapp-other").outcome()).isInstanceOf(CheckStep.Failed.class);
  }

  private CheckStep events(String token) throws Exception {
    List<CheckStep> steps = new ArrayList<>();
    new SlackType(slacks.clients)
        .check(Slacks.written(slack.url(), "app-token", token), slacks.context(), steps::add);
    return steps.getLast();
  }

  @Test
  void slacksOwnClientReadsTheStandInToo() throws Exception {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.url());
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    Slack sdk = Slack.getInstance(config);
    try (SocketModeClient client =
        sdk.socketMode(SmallSlack.APP_TOKEN, SocketModeClient.Backend.JavaWebSocket)) {
      client.addEventsApiEnvelopeListener(
          envelope -> {
            got.add(envelope.getPayload().toString());
            client.sendSocketModeResponse(
                AckResponse.builder().envelopeId(envelope.getEnvelopeId()).build());
          });
      client.connect();
      await().until(() -> socket.listeners() == 1);
      String envelope = socket.event(changed());

      assertThat(got.poll(10, TimeUnit.SECONDS)).contains("message_changed", root);
      await().until(() -> socket.isAcknowledged(envelope));
    } finally {
      sdk.close();
    }
  }
}
