package dev.gill.surface.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The part of Lark's open platform that a bot calls, in its documented shapes. */
public final class StandInLarkChat implements AutoCloseable {
  public static final String APP = "cli_gill";
  public static final String SECRET = "tulip-app-secret";
  public static final String BOT = "ou_gill";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was said: by which path, and what its body holds. */
  public record Said(String path, JsonNode sent) {
    /** The card. */
    public JsonNode card() {
      try {
        return sent.has("card") ? sent.path("card") : JSON.readTree(sent.path("content").asText());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    public String words() {
      return card().toString();
    }

    /** What a button is for; empty if it is not there. */
    public Optional<String> button(String action) {
      for (JsonNode element : card().path("elements")) {
        for (JsonNode button : element.path("actions")) {
          if (button.at("/value/action").asText().equals(action)) {
            return Optional.of(button.at("/value/value").asText());
          }
        }
      }
      return Optional.empty();
    }
  }

  private final HttpServer server;
  private final Map<String, String> emails = new ConcurrentHashMap<>();
  private final Map<String, TreeSet<String>> chats = new ConcurrentHashMap<>();
  private final AtomicInteger posted = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  /** All that was said, in order. */
  public final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

  public StandInLarkChat() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** One that runs. */
  public static StandInLarkChat started() {
    try {
      return new StandInLarkChat();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI platform() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  public void user(String id, String email) {
    emails.put(id, email);
  }

  public void chat(String id, String... members) {
    chats.put(id, new TreeSet<>(List.of(members)));
  }

  /** So many calls are asked to wait. */
  public void refuse(int times) {
    refusals.set(times);
  }

  /** What is said next. */
  public Said next() throws InterruptedException {
    Said next = said.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was said");
    }
    return next;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/open-apis/".length());
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    JsonNode sent = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    ObjectNode answer = JSON.createObjectNode().put("code", 0);
    if (path.equals("auth/v3/tenant_access_token/internal")) {
      boolean known = sent.path("app_secret").asText().equals(SECRET);
      answer.put("code", known ? 0 : 10014);
      answer.put("tenant_access_token", known ? "t-1" : "").put("expire", 7200);
    } else if (!"Bearer t-1".equals(token)) {
      answer.put("code", 99991663);
    } else if (refusals.getAndDecrement() > 0) {
      exchange.getResponseHeaders().set("x-ogw-ratelimit-reset", "1");
      answer.put("code", 99991400);
    } else {
      answer(answer, path, query, sent);
    }
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void answer(ObjectNode answer, String path, String query, JsonNode sent) {
    ObjectNode data = answer.putObject("data");
    if (path.equals("bot/v3/info")) {
      answer.remove("data");
      answer.putObject("bot").put("open_id", BOT).put("app_name", "Gill");
    } else if (path.equals("contact/v3/users/batch")) {
      ArrayNode items = data.putArray("items");
      Arrays.stream(query.split("&"))
          .filter(each -> each.startsWith("user_ids="))
          .map(each -> each.substring("user_ids=".length()))
          .filter(emails::containsKey)
          .forEach(id -> user(items.addObject(), id));
    } else if (path.equals("contact/v3/users/batch_get_id")) {
      byEmail(data.putArray("user_list"), sent.path("emails").path(0).asText());
    } else if (path.startsWith("contact/v3/users/")) {
      String id = path.substring("contact/v3/users/".length());
      if (emails.containsKey(id)) {
        user(data.putObject("user"), id);
      } else {
        answer.put("code", 41050);
      }
    } else if (path.matches("im/v1/chats/[^/]+/members")) {
      members(answer, data, path.split("/")[3]);
    } else if (path.equals("ephemeral/v1/send")
        && !chats.containsKey(sent.path("chat_id").asText())) {
      answer.put("code", 18053);
    } else {
      said.add(new Said(path, sent));
      data.put("message_id", "om_" + posted.incrementAndGet());
    }
  }

  private void user(ObjectNode user, String id) {
    user.put("open_id", id).put("name", id).put("enterprise_email", emails.get(id));
  }

  private void byEmail(ArrayNode list, String email) {
    emails.entrySet().stream()
        .filter(entry -> entry.getValue().equals(email))
        .forEach(entry -> list.addObject().put("user_id", entry.getKey()).put("email", email));
  }

  private void members(ObjectNode answer, ObjectNode data, String chat) {
    if (!chats.containsKey(chat)) {
      answer.put("code", 232011);
      return;
    }
    ArrayNode items = data.putArray("items");
    chats.get(chat).forEach(id -> items.addObject().put("member_id", id));
    data.put("has_more", false).put("page_token", "");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
