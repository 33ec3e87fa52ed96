package dev.gill.surface.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What Gill asks of DingTalk, as its documentation has it, and what DingTalk sends. */
public final class StandInDingTalk implements AutoCloseable {
  public static final String APP = "ding1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final String secret;
  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private final AtomicInteger messages = new AtomicInteger();

  /** A code that every method is refused with; 0 for none. */
  public volatile int refusal;

  /** The Markdown of all that was said, in order. */
  public final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  private StandInDingTalk(String secret) throws IOException {
    this.secret = secret;
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** One that runs, with an app of this secret. */
  public static StandInDingTalk started(String secret) {
    try {
      return new StandInDingTalk(secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DingTalkSettings settings() {
    return new DingTalkSettings(APP, secret, URI.create(address("/")));
  }

  /** Somebody has a mailbox in the organization. */
  public void user(String staff, String email) {
    addresses.put(staff, email);
  }

  private String address(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode sent = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String path = exchange.getRequestURI().getPath();
    ObjectNode answer = JSON.createObjectNode().put("errcode", 0);
    if (path.equals("/gettoken")) {
      boolean known = exchange.getRequestURI().getQuery().endsWith("appsecret=" + secret);
      answer.put("access_token", known ? "t" : "").put("expires_in", 7200);
    } else if (refusal != 0) {
      answer.put("errcode", refusal);
    } else if (path.equals("/topapi/v2/user/get")) {
      String email = addresses.getOrDefault(sent.path("userid").asText(), "");
      answer.putObject("result").put("org_email", email);
    } else if (path.startsWith("/robot/")) {
      said.add(sent.path("markdown").path("text").asText());
    }
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** A message to the robot alone, or one that mentions it in a group. */
  public byte[] message(String who, boolean alone, String text) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("msgId", "m" + messages.incrementAndGet())
            .put("msgtype", "text")
            .put("conversationType", alone ? "1" : "2")
            .put("conversationId", alone ? "c-" + who : "c-ops")
            .put("senderStaffId", who)
            .put("sessionWebhook", address("/robot/sendBySession"));
    message.putObject("text").put("content", " " + text);
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The time as a request bears it. */
  public static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }

  /** What DingTalk signs a request of that time with. */
  public String signature(String millis) {
    return DingTalkRequests.signature(secret, millis);
  }

  /** What is said next. */
  public String next() throws InterruptedException {
    String next = said.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was said");
    }
    return next;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
