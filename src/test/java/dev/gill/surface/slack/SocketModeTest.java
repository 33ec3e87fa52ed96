package dev.gill.surface.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Audience;
import dev.gill.surface.chat.ChatHouse;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client opens a connection, and all that comes by it is acknowledged and done. */
class SocketModeTest {
  private static final String QUESTION = "How often are the staging certificates rotated?";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Slack's end of the connection. */
  private static final class Socket extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);
    private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();

    Socket() {
      super(new InetSocketAddress("127.0.0.1", 0));
      setReuseAddr(true);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      connection.send("{\"type\":\"hello\",\"num_connections\":1}");
      opened.add(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
      acknowledged.add(message);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception e) {}

    @Override
    public void onStart() {
      started.countDown();
    }
  }

  private final ChatHouse house = new ChatHouse();
  private final Socket socket = new Socket();
  private StandInSlack slack;
  private SlackSurface surface;

  @BeforeEach
  void begin() throws Exception {
    slack = new StandInSlack();
    slack.user("U1", "mira@example.org", "en-GB");
    slack.channel("C1", "U1");
    house.put(
        "wiki:certificates",
        "Certificates",
        "Mira",
        3,
        new Audience.Everyone(),
        "# Certificates\n\nThe staging certificates are rotated every 30 days.\n");
    socket.start();
    assertThat(socket.started.await(20, TimeUnit.SECONDS)).isTrue();
    slack.socket("ws://127.0.0.1:" + socket.getPort());
    surface =
        SlackSurface.of(
            new SlackSettings(
                Optional.empty(),
                StandInSlack.TOKEN,
                Optional.of(StandInSlack.APP_TOKEN),
                slack.api(),
                Optional.empty()),
            house.parts(),
            house::now);
    surface.start();
  }

  @AfterEach
  void end() throws Exception {
    surface.close();
    socket.stop(1_000);
    slack.close();
    house.close();
  }

  private void send(WebSocket to, String id, String type, ObjectNode payload) {
    ObjectNode envelope = JSON.createObjectNode().put("envelope_id", id).put("type", type);
    envelope.put("accepts_response_payload", false).set("payload", payload);
    to.send(envelope.toString());
  }

  @Test
  void commands_events_and_buttons_come_by_it() throws Exception {
    WebSocket connection = socket.opened.poll(20, TimeUnit.SECONDS);
    ObjectNode command =
        JSON.createObjectNode()
            .put("command", "/gill")
            .put("user_id", "U1")
            .put("channel_id", "C1")
            .put("text", QUESTION)
            .put("response_url", slack.responseUrl("a"));
    send(connection, "en1", "slash_commands", command);
    StandInSlack.Said said = slack.next();
    assertThat(said.words()).contains("every 30 days");
    assertThat(socket.acknowledged.poll(20, TimeUnit.SECONDS)).contains("\"envelope_id\":\"en1\"");

    ObjectNode press = JSON.createObjectNode().put("type", "block_actions");
    press.putObject("user").put("id", "U1");
    press.putObject("channel").put("id", "C1");
    press.put("response_url", slack.responseUrl("b"));
    press
        .putArray("actions")
        .addObject()
        .put("action_id", "gill-share")
        .put("value", said.button("gill-share").orElseThrow());
    send(connection, "en2", "interactive", press);
    assertThat(slack.next().method()).isEqualTo("chat.postMessage");
    assertThat(slack.next().words()).contains("Shared.");
    assertThat(socket.acknowledged.poll(20, TimeUnit.SECONDS)).contains("en2");

    ObjectNode event = JSON.createObjectNode().put("type", "event_callback").put("event_id", "E1");
    event
        .putObject("event")
        .put("type", "app_mention")
        .put("user", "U1")
        .put("channel", "C1")
        .put("ts", "5.1")
        .put("text", "<@UGILL> " + QUESTION);
    send(connection, "en3", "events_api", event);
    assertThat(slack.next().sent().path("thread_ts").asText()).isEqualTo("5.1");
    assertThat(socket.acknowledged.poll(20, TimeUnit.SECONDS)).contains("en3");
  }

  @Test
  void it_is_opened_anew_where_slack_says_so() throws Exception {
    WebSocket first = socket.opened.poll(20, TimeUnit.SECONDS);
    first.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");

    assertThat(socket.opened.poll(20, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void no_request_is_taken_where_only_socket_mode_is_configured() {
    assertThat(surface.take("1", "v0=1", new byte[0]).status()).isEqualTo(404);
  }
}
