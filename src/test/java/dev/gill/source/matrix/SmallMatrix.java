package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A stand-in for a homeserver, in the shapes of the Client-Server API 1.12: every event of every
 * room in one row, in which a token is a place. Edits are not handed along with their messages,
 * which servers need not do. {@code RealMatrixTest} holds the adapter against a real one.
 */
final class SmallMatrix implements AutoCloseable {
  static final String GILL = "@gill:test";
  static final String TOKEN = "syt_hidden";

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Entry(String room, ObjectNode event) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Entry> row = new ArrayList<>();
  private final Map<String, Set<String>> direct = new HashMap<>();
  private Instant clock = Instant.parse("2026-01-01T08:00:00Z");
  private int numbers;

  /** What happens just before the next page of {@code /messages} is asked for. */
  private Runnable before = () -> {};

  /** Whether events of members say what they were before, which servers may leave out. */
  boolean tellsWhatWas = true;

  /** What each request asked for, without its query. */
  final List<String> calls = new ArrayList<>();

  /** How many events an answer to {@code /sync} holds of a room. */
  int timeline = 100;

  /** How many events a page of {@code /messages} holds. */
  int page = 500;

  SmallMatrix() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/_matrix/client/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
  }

  /** A room with a name, in which these accounts are besides Gill's. */
  synchronized void room(String room, String name, String... accounts) {
    if (!name.isEmpty()) {
      state(room, "m.room.name", "", "name", name);
    }
    state(room, "m.room.join_rules", "", "join_rule", "invite");
    state(room, "m.room.history_visibility", "", "history_visibility", "shared");
    member(room, GILL, "join");
    for (String account : accounts) {
      member(room, account, "join");
    }
  }

  synchronized void member(String room, String account, String membership) {
    String name =
        account.substring(1, 2).toUpperCase(Locale.ROOT)
            + account.substring(2, account.indexOf(':'));
    String before = membership(room, account, row.size());
    ObjectNode event =
        state(room, "m.room.member", account, "membership", membership, "displayname", name);
    if (!before.isEmpty() && tellsWhatWas) {
      event.withObject("/unsigned/prev_content").put("membership", before);
    }
  }

  /** Empties a message while Gill is not there to be told. */
  synchronized void redactUnseen(String message) {
    event(message).set("content", JSON.createObjectNode());
  }

  synchronized ObjectNode state(String room, String type, String key, String... content) {
    notifyAll();
    return add(room, type, "@admin:test", fields(content)).put("state_key", key);
  }

  /** Marks rooms as direct, as the account's owner does. */
  synchronized void markDirect(String with, String... rooms) {
    direct.put(with, Set.of(rooms));
  }

  /** Says something, and returns the id of the message. */
  String say(String room, String sender, String text) {
    return say(room, sender, text, JSON.createObjectNode());
  }

  synchronized String say(String room, String sender, String text, ObjectNode more) {
    String id = "$m" + ++numbers;
    say(room, sender, text, more, id);
    return id;
  }

  synchronized void say(String room, String sender, String text, ObjectNode more, String id) {
    ObjectNode content = fields("msgtype", "m.text", "body", text);
    content.setAll(more);
    add(room, "m.room.message", sender, content).put("event_id", id);
    notifyAll();
  }

  static ObjectNode relation(String written) {
    try {
      return (ObjectNode) JSON.readTree("{\"m.relates_to\":%s}".formatted(written));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  synchronized String edit(String room, String sender, String message, String text) {
    ObjectNode more =
        relation("{\"rel_type\":\"m.replace\",\"event_id\":\"%s\"}".formatted(message));
    more.set("m.new_content", fields("msgtype", "m.text", "body", text));
    return say(room, sender, "* " + text, more);
  }

  synchronized void redact(String room, String event) {
    row.stream()
        .filter(entry -> id(entry).equals(event))
        .forEach(entry -> entry.event().set("content", JSON.createObjectNode()));
    add(room, "m.room.redaction", "@admin:test", fields("redacts", event));
    notifyAll();
  }

  /** Lets time pass before what is said next. */
  synchronized void pass(Duration time) {
    clock = clock.plus(time);
  }

  private ObjectNode add(String room, String type, String sender, ObjectNode content) {
    clock = clock.plusSeconds(1);
    ObjectNode event = JSON.createObjectNode();
    event.put("event_id", "$e" + ++numbers).put("type", type).put("sender", sender);
    event.put("origin_server_ts", clock.toEpochMilli()).set("content", content);
    row.add(new Entry(room, event));
    return event;
  }

  private static ObjectNode fields(String... content) {
    ObjectNode node = JSON.createObjectNode();
    for (int i = 0; i < content.length; i += 2) {
      node.put(content[i], content[i + 1]);
    }
    return node;
  }

  private static String id(Entry entry) {
    return entry.event().path("event_id").asText();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath().replaceFirst(".*/client/(v\\d/)?", "");
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    boolean known =
        path.equals("versions")
            || ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    ObjectNode body = known ? body(path, query) : fields("errcode", "M_UNKNOWN_TOKEN");
    byte[] bytes = JSON.writeValueAsBytes(body == null ? fields("errcode", "M_NOT_FOUND") : body);
    exchange.sendResponseHeaders(known ? body == null ? 404 : 200 : 401, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> query(String raw) {
    return raw == null
        ? Map.of()
        : Arrays.stream(raw.split("&"))
            .map(each -> each.split("=", 2))
            .collect(Collectors.toMap(each -> each[0], each -> decoded(each[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private synchronized ObjectNode body(String path, Map<String, String> query) throws IOException {
    List<String> parts = Arrays.stream(path.split("/")).map(SmallMatrix::decoded).toList();
    calls.add(parts.getFirst().equals("rooms") ? parts.get(2) : path);
    return switch (calls.getLast()) {
      case "versions" -> {
        ObjectNode versions = JSON.createObjectNode();
        versions.putArray("versions").add("v1.1").add("v1.12");
        yield versions;
      }
      case "account/whoami" -> fields("user_id", GILL);
      case "sync" -> sync(query);
      case "messages" -> messages(parts.get(1), query);
      case "event" -> event(parts.get(3));
      case "relations" -> newestEdit(parts.get(3));
      default -> null;
    };
  }

  private ObjectNode event(String id) {
    return row.stream()
        .filter(entry -> id(entry).equals(id))
        .map(Entry::event)
        .findFirst()
        .orElse(null);
  }

  private ObjectNode newestEdit(String id) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode chunk = answer.putArray("chunk");
    row.reversed().stream()
        .map(Entry::event)
        .filter(event -> event.at("/content/m.relates_to/event_id").asText().equals(id))
        .filter(event -> event.at("/content/m.relates_to/rel_type").asText().equals("m.replace"))
        .limit(1)
        .forEach(chunk::add);
    return answer;
  }

  private ObjectNode sync(Map<String, String> query) {
    int since = query.containsKey("since") ? place(query.get("since")) : -1;
    long end = System.nanoTime() + Long.parseLong(query.get("timeout")) * 1_000_000;
    long left = end - System.nanoTime();
    while (since == row.size() && left > 0) {
      try {
        wait(Math.max(1, left / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      left = end - System.nanoTime();
    }
    ObjectNode answer = JSON.createObjectNode().put("next_batch", "s" + row.size());
    for (String room :
        row.stream().map(Entry::room).collect(Collectors.toCollection(TreeSet::new))) {
      room(answer, room, Math.max(since, 0), since < 0);
    }
    if (since < 0) {
      ObjectNode marks = JSON.createObjectNode();
      direct.forEach((with, rooms) -> rooms.forEach(marks.putArray(with)::add));
      answer
          .withObject("/account_data")
          .withArray("events")
          .addObject()
          .put("type", "m.direct")
          .set("content", marks);
    }
    return answer;
  }

  private void room(ObjectNode answer, String room, int since, boolean first) {
    boolean in = membership(room, row.size()).equals("join");
    boolean newlyIn = in && (first || !membership(room, since).equals("join"));
    List<Integer> news = places(room, newlyIn ? 0 : since, row.size());
    if (!in) {
      if (!news.isEmpty() && (first || membership(room, since).equals("join"))) {
        answer.withObject("/rooms/leave").putObject(room);
      }
      return;
    }
    if (news.isEmpty()) {
      return;
    }
    List<Integer> shown = news.subList(Math.max(0, news.size() - timeline), news.size());
    ObjectNode joined = answer.withObject("/rooms/join").putObject(room);
    ArrayNode state = joined.putObject("state").putArray("events");
    news.stream()
        .filter(place -> place < shown.getFirst())
        .map(place -> row.get(place).event())
        .filter(event -> event.has("state_key"))
        .forEach(state::add);
    ObjectNode lines = joined.putObject("timeline").put("limited", shown.size() < news.size());
    lines.put("prev_batch", "s" + shown.getFirst());
    shown.forEach(place -> lines.withArray("events").add(row.get(place).event()));
  }

  private String membership(String room, int until) {
    return membership(room, GILL, until);
  }

  private String membership(String room, String account, int until) {
    return places(room, 0, until).reversed().stream()
        .map(place -> row.get(place).event())
        .filter(event -> event.path("state_key").asText().equals(account))
        .map(event -> event.at("/content/membership").asText())
        .findFirst()
        .orElse("");
  }

  /** The places of a room's events from one token to another. */
  private List<Integer> places(String room, int from, int to) {
    List<Integer> places = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (row.get(i).room().equals(room)) {
        places.add(i);
      }
    }
    return places;
  }

  /** Does something between two requests of a look. */
  synchronized void beforeMessages(Runnable happens) {
    before =
        () -> {
          before = () -> {};
          happens.run();
        };
  }

  /** Null if Gill may not read them. */
  private ObjectNode messages(String room, Map<String, String> query) {
    before.run();
    if (!membership(room, row.size()).equals("join")) {
      return null;
    }
    int to = query.containsKey("to") ? place(query.get("to")) : 0;
    List<Integer> places = places(room, to, place(query.get("from")));
    List<Integer> shown = places.reversed().subList(0, Math.min(page, places.size()));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode chunk = answer.putArray("chunk");
    shown.stream()
        .map(place -> row.get(place).event())
        .filter(event -> !event.has("state_key"))
        .forEach(chunk::add);
    if (shown.size() < places.size()) {
      answer.put("end", "s" + shown.getLast());
    }
    return answer;
  }

  private static int place(String token) {
    return Integer.parseInt(token.substring(1));
  }

  /** How often this was asked for since the last time. */
  synchronized long asked(String call) {
    long count = calls.stream().filter(call::equals).count();
    calls.clear();
    return count;
  }

  /** An event as JSON, for its shape. */
  static JsonNode json(String written) throws IOException {
    return JSON.readTree(written);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
