package dev.gill.source.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * A stand-in for Slack's Web API in the shapes that its reference documents. {@code RealSlackTest}
 * holds the adapter against an emulator that others wrote.
 */
public final class SmallSlack implements AutoCloseable {
  /** The token that it knows. */
  public static final String TOKEN = "xoxb-tulip";

  /** The token by which it opens a connection for events. */
  static final String APP_TOKEN = "xapp-1-tulip";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final SortedMap<String, ObjectNode> users = new TreeMap<>();
  private final SortedMap<String, ObjectNode> channels = new TreeMap<>();
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<String, NavigableMap<String, ObjectNode>> messages = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, ObjectNode> canvases = new HashMap<>();
  private long clock = 1_772_000_000;

  /** What each request called, with its channel. */
  public final List<String> calls = new ArrayList<>();

  String scopes =
      "channels:read,channels:history,groups:read,groups:history,users:read,users:read.email,files:read";

  /** Where events come over a connection; empty if they do not. */
  String socket = "";

  /** What happens once, right after such a request was seen to and before its answer is there. */
  final Map<String, Runnable> meanwhile = new HashMap<>();

  /** The next so many requests are too many. */
  int refusing;

  public SmallSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/", this::answer);
    server.createContext("/files/", this::file);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.start();
    user("U0GILL", "gill").put("is_bot", true);
  }

  public String url() {
    return "http://127.0.0.1:%d/api/".formatted(server.getAddress().getPort());
  }

  /** A full member with a verified address. */
  public synchronized ObjectNode user(String id, String name) {
    ObjectNode user = JSON.createObjectNode();
    user.put("id", id).put("team_id", "T1").put("name", name).put("deleted", false);
    user.put("is_bot", false).put("is_restricted", false).put("is_email_confirmed", true);
    user.putObject("profile").put("display_name", name).put("email", name + "@lab.example");
    users.put(id, user);
    return user;
  }

  /** A channel with the app in it. */
  public synchronized ObjectNode channel(String id, String name, Kind kind, String... inside) {
    ObjectNode channel = JSON.createObjectNode();
    channel.put("id", id).put("is_archived", false);
    channel.put("is_im", kind == Kind.DIRECT).put("is_mpim", kind == Kind.GROUP);
    channel.put("is_private", kind != Kind.PUBLIC);
    if (kind == Kind.DIRECT) {
      channel.put("user", inside[0]);
    } else {
      channel.put("name", name);
    }
    channels.put(id, channel);
    List<String> all = new ArrayList<>(List.of(inside));
    all.add("U0GILL");
    members.put(id, all);
    messages.put(id, new TreeMap<>());
    return channel;
  }

  public synchronized void invite(String channel, String user) {
    members.get(channel).add(user);
  }

  public synchronized void kick(String channel, String user) {
    members.get(channel).remove(user);
  }

  public synchronized String post(String channel, String user, String text) {
    return message(channel, user, text).path("ts").asText();
  }

  synchronized ObjectNode message(String channel, String user, String text) {
    String ts = ++clock + ".000100";
    ObjectNode message = JSON.createObjectNode();
    message.put("type", "message").put("user", user).put("text", text).put("ts", ts);
    messages.get(channel).put(ts, message);
    return message;
  }

  /** A message that begins a thread whose replies are gone. */
  synchronized String thread(String channel, String user, String text) {
    ObjectNode message = message(channel, user, text);
    message.set("thread_ts", message.get("ts"));
    return message.path("ts").asText();
  }

  public synchronized String reply(String channel, String root, String user, String text) {
    ObjectNode reply = message(channel, user, text).put("thread_ts", root);
    String ts = reply.path("ts").asText();
    ObjectNode parent = messages.get(channel).get(root);
    parent.put("thread_ts", root).put("latest_reply", ts);
    parent.put("reply_count", parent.path("reply_count").asInt() + 1);
    return ts;
  }

  public synchronized void edit(String channel, String ts, String text) {
    messages.get(channel).get(ts).put("text", text).putObject("edited").put("ts", ++clock + ".0");
  }

  public synchronized void delete(String channel, String ts) {
    ObjectNode gone = messages.get(channel).get(ts);
    if (gone.path("reply_count").asInt() > 0) {
      gone.put("subtype", "tombstone").put("user", "USLACKBOT").put("text", "");
      return;
    }
    messages.get(channel).remove(ts);
    ObjectNode parent = messages.get(channel).get(gone.path("thread_ts").asText());
    if (parent != null) {
      parent.put("reply_count", parent.path("reply_count").asInt() - 1);
    }
  }

  /** A message and all replies to it. */
  synchronized void deleteThread(String channel, String root) {
    messages.get(channel).values().removeIf(each -> each.path("thread_ts").asText().equals(root));
    messages.get(channel).remove(root);
  }

  /** A file that a message carries. */
  synchronized void attach(ObjectNode message, String id, String name, String type, String text) {
    String url = "http://127.0.0.1:%d/files/%s".formatted(server.getAddress().getPort(), id);
    files.put(id, text.getBytes(StandardCharsets.UTF_8));
    ObjectNode file = message.withArray("files").addObject();
    file.put("id", id).put("name", name).put("title", name).put("mimetype", type);
    file.put("size", text.length()).put("created", clock).put("mode", "hosted");
    file.put("url_private_download", url).put("permalink", "https://lab.slack.com/files/" + id);
  }

  /** The file that a message carries reads otherwise. */
  synchronized void rewrite(ObjectNode message, String text) {
    ObjectNode file = (ObjectNode) message.withArray("files").get(0);
    files.put(file.path("id").asText(), text.getBytes(StandardCharsets.UTF_8));
    file.put("size", text.length()).put("updated", ++clock);
  }

  /** A canvas that a channel shows, as its own one or in a tab. */
  synchronized ObjectNode canvas(String channel, String id, String title, boolean own) {
    ObjectNode properties = channels.get(channel).withObject("/properties");
    if (own) {
      properties.putObject("canvas").put("file_id", id).put("is_empty", false);
    } else {
      ObjectNode tab = properties.withArray("tabs").addObject().put("type", "canvas");
      tab.putObject("data").put("file_id", id);
    }
    ObjectNode file = JSON.createObjectNode().put("id", id).put("title", title).put("name", title);
    file.put("mimetype", "application/vnd.slack-docs").put("filetype", "quip").put("mode", "quip");
    file.put("user", "U1").put("permalink", "https://lab.slack.com/docs/T1/" + id);
    file.put(
        "url_private_download",
        "http://127.0.0.1:%d/files/%s".formatted(server.getAddress().getPort(), id));
    file.putArray("channels").add(channel);
    canvases.put(id, file);
    return file;
  }

  /** Writes in a canvas. */
  synchronized void draw(String id, String html) {
    files.put(id, html.getBytes(StandardCharsets.UTF_8));
    canvases.get(id).put("size", html.length()).put("updated", ++clock);
  }

  /** It is gone, from where it was shown too. */
  synchronized void erase(String channel, String id) {
    canvases.remove(id);
    channels.get(channel).remove("properties");
  }

  synchronized long called(String method) {
    return calls.stream().filter(call -> call.startsWith(method)).count();
  }

  private void file(HttpExchange exchange) throws IOException {
    boolean knows =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] bytes = files.get(exchange.getRequestURI().getPath().replaceFirst("/files/", ""));
    boolean given = knows && scopes.contains("files:read");
    boolean canvas = canvases.containsKey(exchange.getRequestURI().getPath().substring(7));
    exchange
        .getResponseHeaders()
        .set("Content-Type", given && !canvas ? "text/plain" : "text/html");
    send(exchange, 200, given ? bytes : "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    Map<String, String> asked = new HashMap<>();
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        asked.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    String method = exchange.getRequestURI().getPath().replaceFirst("/api/", "");
    calls.add("%s %s".formatted(method, asked.getOrDefault("channel", "")).strip());
    if (refusing > 0) {
      refusing--;
      exchange.getResponseHeaders().set("Retry-After", "1");
      send(exchange, 429, new byte[0]);
      return;
    }
    String token = method.equals("apps.connections.open") ? APP_TOKEN : TOKEN;
    boolean knows =
        ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    exchange.getResponseHeaders().set("X-OAuth-Scopes", scopes);
    ObjectNode answer = knows ? value(method, asked) : SlackPages.error("invalid_auth");
    Optional.ofNullable(meanwhile.remove(calls.getLast())).ifPresent(Runnable::run);
    send(exchange, 200, JSON.writeValueAsBytes(answer));
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private ObjectNode value(String method, Map<String, String> asked) {
    String channel = asked.getOrDefault("channel", "");
    boolean inside = members.getOrDefault(channel, List.of()).contains("U0GILL");
    if (!channel.isEmpty() && !inside) {
      return SlackPages.error(
          channels.containsKey(channel) ? "not_in_channel" : "channel_not_found");
    }
    return switch (method) {
      case "auth.test" ->
          SlackPages.ok()
              .put("url", "https://lab.slack.com/")
              .put("team", "Lab")
              .put("user_id", "U0GILL")
              .put("team_id", "T1")
              .put("bot_id", "B0GILL");
      case "apps.connections.open" -> SlackPages.ok().put("url", socket);
      case "users.list" -> SlackPages.list("members", List.copyOf(users.values()), asked);
      case "users.conversations" -> SlackPages.list("channels", own(asked.get("types")), asked);
      case "conversations.members" -> {
        ObjectNode answer = SlackPages.ok();
        members.get(channel).forEach(answer.putArray("members")::add);
        yield answer;
      }
      case "chat.update" -> {
        edit(channel, asked.get("ts"), asked.get("text"));
        yield SlackPages.ok();
      }
      case "files.info" ->
          !scopes.contains("files:read")
              ? SlackPages.error("missing_scope")
              : canvases.containsKey(asked.get("file"))
                  ? SlackPages.ok().set("file", canvases.get(asked.get("file")))
                  : SlackPages.error("file_not_found");
      case "conversations.history" -> SlackPages.history(messages.get(channel), asked);
      case "conversations.replies" -> SlackPages.replies(messages.get(channel), asked);
      default -> SlackPages.error("unknown_method");
    };
  }

  private List<ObjectNode> own(String types) {
    return channels.values().stream()
        .filter(each -> members.get(each.path("id").asText()).contains("U0GILL"))
        .filter(each -> List.of(types.split(",")).contains(Channel.of(each).kind().type()))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
