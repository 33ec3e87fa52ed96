package dev.gill.surface.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes events, commands and buttons by a connection that Gill opens, where Slack cannot reach it.
 * The official client keeps it open; each envelope is acknowledged before it is worked on.
 */
final class SocketMode implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SocketMode.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

  /** The client polls its queue a hundred times a second with each of these. */
  private static final int READERS = 1;

  private final SlackSettings settings;
  private final String token;
  private final SlackCalls calls;
  private Thread opening;
  private SocketModeClient client;

  SocketMode(SlackSettings settings, String token, SlackCalls calls) {
    this.settings = settings;
    this.token = token;
    this.calls = calls;
  }

  /** Opens it on a thread of its own, again and again until Slack answers. */
  synchronized void start() {
    opening = Thread.ofVirtual().name("slack-socket-mode").start(this::open);
  }

  private void open() {
    boolean said = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        connect();
        return;
      } catch (IOException | URISyntaxException e) {
        if (!said) {
          LOG.log(
              Level.WARNING,
              "Slack opens no Socket Mode; check gill.surfaces.slack.app-token and the network.");
          said = true;
        }
      }
      try {
        Thread.sleep(AGAIN_AFTER);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void connect() throws IOException, URISyntaxException {
    Slack slack = SdkSlack.slack(settings);
    SocketModeClient opened =
        new SocketModeClientJavaWSImpl(slack, token, slack.issueSocketModeUrl(token), READERS);
    opened.addWebSocketMessageListener(message -> take(opened, message));
    client = opened;
    opened.connect();
  }

  private void take(SocketModeClient from, String message) {
    try {
      JsonNode envelope = JSON.readTree(message);
      String id = envelope.path("envelope_id").asText();
      if (!id.isEmpty()) {
        from.sendSocketModeResponse(JSON.createObjectNode().put("envelope_id", id).toString());
      }
      JsonNode payload = envelope.path("payload");
      switch (envelope.path("type").asText()) {
        case "events_api" -> calls.event(payload);
        case "slash_commands" -> calls.command(form(payload));
        case "interactive" -> calls.interaction(payload);
        default -> {}
      }
    } catch (JsonProcessingException e) {
      LOG.log(Level.DEBUG, "Slack sent what is no JSON.");
    }
  }

  private static Map<String, String> form(JsonNode payload) {
    Map<String, String> form = new HashMap<>();
    payload.properties().forEach(field -> form.put(field.getKey(), field.getValue().asText()));
    return form;
  }

  @Override
  public synchronized void close() {
    if (opening != null) {
      opening.interrupt();
    }
    if (client != null) {
      try {
        client.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "The connection to Slack closed badly.");
      }
    }
  }
}
