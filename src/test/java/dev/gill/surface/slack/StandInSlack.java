package dev.gill.surface.slack;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import java.util.function.Consumer;

/** The methods of Slack that Gill calls, as their documentation has them. */
public final class StandInSlack implements AutoCloseable {
  public static final String TOKEN = "xoxb-1";
  public static final String APP_TOKEN = "xapp-1";
  public static final String BOT = "UGILL";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was said: the method, or {@code respond}, and what it was called with. */
  public record Said(String method, JsonNode sent) {
    public String channel() {
      return sent.path("channel").asText();
    }

    /** Its blocks, which the SDK sends as a string among the fields of a form. */
    public JsonNode blocks() {
      try {
        JsonNode blocks = sent.path(method.equals("views.publish") ? "view" : "blocks");
        return blocks.isTextual() ? JSON.readTree(blocks.asText()) : blocks;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    public String words() {
      return blocks().toString();
    }

    /** The value of a button; empty if there is none. */
    public Optional<String> button(String action) {
      for (JsonNode block : blocks()) {
        for (JsonNode element : block.path("elements")) {
          if (element.path("action_id").asText().equals(action)) {
            return Optional.of(element.path("value").asText());
          }
        }
      }
      return Optional.empty();
    }
  }

  private final HttpServer server;
  private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
  private final Map<String, TreeSet<String>> channels = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
  private final AtomicInteger posted = new AtomicInteger();
  private volatile String socket = "";
  private volatile ArrayNode thread = JSON.createArrayNode();

  /** All that was said, in order. */
  public final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

  /** How often each method was called. */
  public final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

  /** Hears by which name an answer came. */
  public volatile Consumer<String> answered = _ -> {};

  public StandInSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** One that runs. */
  public static StandInSlack started() {
    try {
      return new StandInSlack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI api() {
    return URI.create("http://127.0.0.1:%d/api/".formatted(server.getAddress().getPort()));
  }

  /** An address to answer by. */
  public String responseUrl(String name) {
    return api() + "respond/" + name;
  }

  public void user(String id, String email, String locale) {
    ObjectNode user = JSON.createObjectNode().put("id", id).put("team_id", "T1");
    user.put("is_email_confirmed", true).put("locale", locale);
    user.putObject("profile").put("email", email);
    users.put(id, user);
  }

  public ObjectNode raw(String id) {
    return users.get(id);
  }

  public void channel(String id, String... members) {
    channels.put(id, new TreeSet<>(List.of(members)));
  }

  public void join(String channel, String user) {
    channels.get(channel).add(user);
  }

  /** A method asks for a pause so many times. */
  public void refuse(String method, int times) {
    refusals.put(method, new AtomicInteger(times));
  }

  /** Where Socket Mode is opened. */
  public void socket(String url) {
    socket = url;
  }

  /** What a thread holds: a user and a text each. */
  public void thread(String... messages) {
    ArrayNode all = JSON.createArrayNode();
    for (int i = 0; i < messages.length; i += 2) {
      all.addObject().put("ts", "1." + i).put("user", messages[i]).put("text", messages[i + 1]);
    }
    thread = all;
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
    String path = exchange.getRequestURI().getPath().substring("/api/".length());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = path.startsWith("respond/") ? "respond" : path;
    if (method.equals("respond")) {
      answered.accept(path.substring("respond/".length()));
    }
    calls.computeIfAbsent(method, _ -> new AtomicInteger()).incrementAndGet();
    AtomicInteger refused = refusals.get(method);
    if (refused != null && refused.getAndDecrement() > 0) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      answer(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
      return;
    }
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    JsonNode sent = type.startsWith("application/json") ? JSON.readTree(body) : form(body);
    answer(exchange, 200, answer(method, sent).toString());
  }

  private ObjectNode answer(String method, JsonNode sent) {
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    switch (method) {
      case "auth.test" ->
          answer.put("user_id", BOT).put("team_id", "T1").put("team", "Lab").put("bot_id", "B1");
      case "conversations.members" -> members(answer, sent.path("channel").asText());
      case "users.info" -> user(answer, sent.path("user").asText());
      case "users.list" -> answer.putArray("members").addAll(users.values());
      case "users.lookupByEmail" -> byEmail(answer, sent.path("email").asText());
      case "conversations.open" ->
          answer.putObject("channel").put("id", "D" + sent.path("users").asText());
      case "conversations.replies" -> answer.set("messages", thread);
      case "apps.connections.open" -> answer.put("url", socket);
      case "chat.postMessage", "chat.update", "chat.postEphemeral", "views.publish", "respond" -> {
        said.add(new Said(method, sent));
        answer.put("ts", "1772000000.%06d".formatted(posted.incrementAndGet()));
      }
      default -> answer.put("ok", false).put("error", "unknown_method");
    }
    return answer;
  }

  private void members(ObjectNode answer, String channel) {
    if (channels.containsKey(channel)) {
      ArrayNode members = answer.putArray("members");
      members.add(BOT);
      channels.get(channel).forEach(members::add);
    } else {
      answer.put("ok", false).put("error", "channel_not_found");
    }
  }

  private void user(ObjectNode answer, String id) {
    if (id.equals(BOT)) {
      answer.putObject("user").put("id", BOT).put("is_bot", true).put("team_id", "T1");
    } else if (users.containsKey(id)) {
      answer.set("user", users.get(id));
    } else {
      answer.put("ok", false).put("error", "user_not_found");
    }
  }

  private void byEmail(ObjectNode answer, String email) {
    users.values().stream()
        .filter(user -> user.path("profile").path("email").asText().equals(email))
        .findFirst()
        .ifPresentOrElse(
            user -> answer.set("user", user),
            () -> answer.put("ok", false).put("error", "users_not_found"));
  }

  private static JsonNode form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : body.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return JSON.valueToTree(fields);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
