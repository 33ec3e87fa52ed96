package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * A stand-in for the host of Slack's Socket Mode, in the shapes that Slack documents; {@code
 * SocketModeTest} has Slack's own client read it.
 */
final class SmallSocket extends WebSocketServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CountDownLatch started = new CountDownLatch(1);
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private int envelopes;

  SmallSocket() throws InterruptedException {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    setReuseAddr(true);
    setDaemon(true);
    start();
    started.await(10, TimeUnit.SECONDS);
  }

  String url() {
    return "ws://127.0.0.1:%d/link/?ticket=tulip".formatted(getPort());
  }

  /** Sends an event to whoever listens, and returns the id of its envelope. */
  synchronized String event(String event) {
    String id = "envelope-" + ++envelopes;
    ObjectNode envelope = JSON.createObjectNode().put("type", "events_api").put("envelope_id", id);
    envelope.put("accepts_response_payload", false);
    ObjectNode payload = envelope.putObject("payload");
    payload.put("type", "event_callback").put("team_id", "T1").set("event", tree(event));
    broadcast(envelope.toString());
    return id;
  }

  private static JsonNode tree(String written) {
    try {
      return JSON.readTree(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAcknowledged(String envelope) {
    return acknowledged.contains(envelope);
  }

  /** How many listen. */
  int listeners() {
    return getConnections().size();
  }

  /** Ends all connections, as Slack does from time to time. */
  void refresh() {
    broadcast("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    getConnections().forEach(WebSocket::close);
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    socket.send("{\"type\":\"hello\",\"num_connections\":1}");
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    acknowledged.add(tree(message).path("envelope_id").asText());
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket socket, Exception e) {}

  @Override
  public void close() {
    try {
      stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
