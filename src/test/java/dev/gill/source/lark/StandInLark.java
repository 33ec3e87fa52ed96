package dev.gill.source.lark;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stand-in for Lark's open platform: it answers in the documented shapes, which {@code
 * OfficialSdkTest} reads with the official SDK.
 */
final class StandInLark implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String SPACE = "7000000000000000001";
  static final String SECRET = "tulip-app-secret";

  /** A node and what it shows. */
  static final class Doc {
    final String token;
    final String type;
    String parent = "";
    String title;
    String space = SPACE;
    boolean shortcut;
    long edited;
    int revision = 1;
    String editor = "ou_mira";
    List<ObjectNode> blocks = new ArrayList<>();
    byte[] bytes = new byte[0];

    /** Tables by id, or sheets. */
    final Map<String, ObjectNode> parts = new LinkedHashMap<>();

    /** Collaborators, each as {@code member_type member_id}. */
    List<String> readers = List.of("wikispaceid " + SPACE);

    Doc(String token, String type) {
      this.token = token;
      this.type = type;
      this.title = token;
    }

    String object() {
      return type + "-" + token;
    }
  }

  private final HttpServer server;
  final Map<String, Doc> docs = new TreeMap<>();

  /** Members of spaces, chats, groups and departments, each as {@code member_type member_id}. */
  final Map<String, List<String>> members = new HashMap<>();

  /** Names of the spaces, by id. */
  final Map<String, String> spaces = new TreeMap<>(Map.of(SPACE, "Handbook"));

  final Set<String> publicSpaces = new TreeSet<>();

  /** Departments below others, by the upper one. */
  final Map<String, List<String>> departments = new HashMap<>();

  /** What each request asked for. */
  final List<String> calls = new ArrayList<>();

  /** Beginnings of paths that are answered with this number. */
  final Map<String, Integer> refused = new HashMap<>();

  /** Beginnings of paths that are answered with this status. */
  final Map<String, Integer> failing = new HashMap<>();

  final StandInGroups groups = new StandInGroups(this);

  final Map<String, ObjectNode> approvals = new TreeMap<>();
  Runnable onRequest = () -> {};

  /** What happens once, right after such a request was seen to and before its answer is there. */
  final Map<String, Runnable> meanwhile = new HashMap<>();

  private final Set<String> tokens = new TreeSet<>();
  private int signedIn;
  private long clock = 1_772_000_000;

  StandInLark() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/open-apis/", this::answer);
    server.start();
    members.put(SPACE, List.of("openid ou_mira", "openid ou_jonas"));
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  /** The next second, in which something is changed. */
  synchronized long tick() {
    return ++clock;
  }

  /** A page of one paragraph. */
  synchronized Doc write(String token, String text) {
    Doc doc = docs.computeIfAbsent(token, t -> new Doc(t, "docx"));
    doc.blocks = new ArrayList<>(List.of(block("w-" + token, "text", text)));
    return edited(doc);
  }

  synchronized Doc put(Doc doc) {
    docs.put(doc.token, doc);
    return edited(doc);
  }

  synchronized Doc edited(Doc doc) {
    doc.edited = tick();
    doc.revision++;
    return doc;
  }

  synchronized void delete(String token) {
    docs.remove(token);
  }

  synchronized Set<String> tokens() {
    return Set.copyOf(docs.keySet());
  }

  /** All tokens that were given out are over. */
  synchronized void signOut() {
    tokens.clear();
  }

  synchronized int signIns() {
    return signedIn;
  }

  synchronized long asked(String part) {
    return calls.stream().filter(call -> call.contains(part)).count();
  }

  static ObjectNode block(String id, String kind, String text) {
    ObjectNode block = JSON.createObjectNode();
    block.put("block_id", id).put("parent_id", "doc").put("block_type", 2);
    ObjectNode held = block.putObject(kind);
    held.putArray("elements").addObject().putObject("text_run").put("content", text);
    held.putObject("style");
    return block;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 200;
    byte[] bytes;
    synchronized (this) {
      onRequest.run();
      calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
      Integer trouble = of(failing, path);
      Integer number = of(refused, path);
      if (trouble != null) {
        status = trouble;
        bytes = "trouble".getBytes(StandardCharsets.UTF_8);
      } else if (path.endsWith("/tenant_access_token/internal")) {
        bytes = signIn(JSON.readTree(body)).toString().getBytes(StandardCharsets.UTF_8);
      } else if (!tokens.contains(bearer(exchange))) {
        bytes = error(99991663).toString().getBytes(StandardCharsets.UTF_8);
      } else if (number != null) {
        status = 400;
        bytes = error(number).toString().getBytes(StandardCharsets.UTF_8);
      } else {
        bytes = data(path, query(exchange), body.length == 0 ? null : JSON.readTree(body));
      }
      Optional.ofNullable(meanwhile.remove(calls.getLast())).ifPresent(Runnable::run);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static Integer of(Map<String, Integer> set, String path) {
    return set.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String bearer(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null ? "" : header.replace("Bearer ", "");
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null
        ? Map.of()
        : Stream.of(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> decoded(pair[1]), (one, other) -> one + "," + other));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private ObjectNode signIn(JsonNode body) {
    if (!body.path("app_secret").asText().equals(SECRET)) {
      return error(10014);
    }
    signedIn++;
    String token = "t-tulip-" + signedIn;
    tokens.add(token);
    return JSON.createObjectNode()
        .put("code", 0)
        .put("msg", "ok")
        .put("tenant_access_token", token)
        .put("expire", 7200);
  }

  private static ObjectNode error(int code) {
    ObjectNode error = JSON.createObjectNode().put("code", code).put("msg", "tulip " + code);
    if (code == 99991672) {
      error
          .putObject("error")
          .putArray("permission_violations")
          .addObject()
          .put("type", "action_scope_required")
          .put("subject", "wiki:wiki:readonly");
    }
    return error;
  }

  private byte[] data(String path, Map<String, String> query, JsonNode body) {
    String[] parts =
        Stream.of(path.substring("/open-apis/".length()).split("/"))
            .map(StandInLark::decoded)
            .toArray(String[]::new);
    String kind = parts[0] + "/" + parts[2];
    if (parts[parts.length - 1].equals("download")) {
      return byObject(parts[3]).bytes;
    }
    if (parts[parts.length - 1].equals("transcript")) {
      return "1\n00:00:01,000 --> 00:00:04,000\nMira: Backups are kept for 35 days.\n"
          .getBytes(StandardCharsets.UTF_8);
    }
    ObjectNode data =
        switch (kind) {
          case "wiki/spaces" -> wiki(parts, query);
          case "drive/metas" -> metas(body);
          case "drive/permissions" -> permission(parts[3], query.get("type"));
          case "docx/documents" -> docx(parts, query);
          case "bitable/apps" -> bitable(parts, query);
          case "sheets/spreadsheets" -> sheets(parts);
          case "contact/users" -> users(parts, query);
          case "contact/departments" -> below(parts[3]);
          case "contact/group" -> group(parts[3], query.get("member_type"));
          case "im/chats" ->
              parts.length == 3 ? page(groups.ids(), query, "items", groups::chat) : chat(parts[3]);
          case "im/messages" -> groups.messages(parts, query);
          case "minutes/minutes" -> minutes(parts[3]);
          case "approval/instances" -> approval(parts, query);
          default -> null;
        };
    ObjectNode answer =
        data == null
            ? error(kind.startsWith("im/") ? 230002 : 131005)
            : JSON.createObjectNode().put("code", 0);
    if (data != null) {
      answer.put("msg", "success").set("data", data);
    }
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode wiki(String[] parts, Map<String, String> query) {
    if (parts.length == 3) {
      return page(List.copyOf(spaces.keySet()), query, "items", this::space);
    }
    if (!spaces.containsKey(parts[3])) {
      return null;
    }
    if (parts.length == 4) {
      ObjectNode data = JSON.createObjectNode();
      data.set("space", space(parts[3]));
      return data;
    }
    if (parts[4].equals("members")) {
      return page(members.getOrDefault(parts[3], List.of()), query, "members", this::member);
    }
    String parent = query.getOrDefault("parent_node_token", "");
    return page(
        docs.values().stream()
            .filter(doc -> doc.space.equals(parts[3]) && doc.parent.equals(parent))
            .map(doc -> doc.token)
            .toList(),
        query,
        "items",
        token -> node(docs.get(token)));
  }

  private ObjectNode space(String id) {
    return JSON.createObjectNode()
        .put("space_id", id)
        .put("name", spaces.get(id))
        .put("space_type", "team")
        .put("visibility", publicSpaces.contains(id) ? "public" : "private");
  }

  private ObjectNode node(Doc doc) {
    return JSON.createObjectNode()
        .put("space_id", doc.space)
        .put("node_token", doc.token)
        .put("obj_token", doc.object())
        .put("obj_type", doc.type)
        .put("parent_node_token", doc.parent)
        .put("node_type", doc.shortcut ? "shortcut" : "origin")
        .put("has_child", docs.values().stream().anyMatch(d -> d.parent.equals(doc.token)))
        .put("title", doc.title)
        .put("obj_edit_time", Long.toString(doc.edited));
  }

  private ObjectNode member(String written) {
    String[] parts = written.split(" ", 2);
    return JSON.createObjectNode()
        .put("member_type", parts[0])
        .put("member_id", parts[1])
        .put("member_role", "member");
  }

  static ObjectNode page(
      List<String> all,
      Map<String, String> query,
      String items,
      Function<String, ObjectNode> item) {
    int from = Integer.parseInt(query.getOrDefault("page_token", "0"));
    int to = Math.min(all.size(), from + Integer.parseInt(query.getOrDefault("page_size", "10")));
    ObjectNode data = JSON.createObjectNode();
    ArrayNode listed = data.putArray(items);
    all.subList(from, to).forEach(each -> listed.add(item.apply(each)));
    data.put("has_more", to < all.size());
    data.put("page_token", to < all.size() ? "" + to : "");
    return data;
  }

  private ObjectNode metas(JsonNode body) {
    ObjectNode data = JSON.createObjectNode();
    ArrayNode metas = data.putArray("metas");
    ArrayNode failed = data.putArray("failed_list");
    for (JsonNode asked : body.path("request_docs")) {
      String token = asked.path("doc_token").asText();
      Doc doc = byObject(token);
      if (doc == null) {
        failed.addObject().put("token", token).put("code", 970005);
      } else {
        metas
            .addObject()
            .put("doc_token", token)
            .put("doc_type", doc.type)
            .put("title", doc.title)
            .put("latest_modify_user", doc.editor)
            .put("latest_modify_time", Long.toString(doc.edited))
            .put("url", "https://team.feishu.cn/%s/x".formatted(doc.type));
      }
    }
    return data;
  }

  Doc byObject(String object) {
    return docs.values().stream()
        .filter(doc -> doc.object().equals(object))
        .findFirst()
        .orElse(null);
  }

  private ObjectNode permission(String token, String type) {
    ObjectNode data = JSON.createObjectNode();
    ArrayNode items = data.putArray("items");
    List<String> readers =
        type.equals("minutes")
            ? members.getOrDefault(token, List.of())
            : docs.containsKey(token) ? docs.get(token).readers : List.of();
    for (String reader : readers) {
      items.add(member(reader).put("perm", "view").put("perm_type", "container"));
    }
    return data;
  }

  private ObjectNode docx(String[] parts, Map<String, String> query) {
    Doc doc = byObject(parts[3]);
    if (doc == null) {
      return null;
    }
    if (parts.length == 4) {
      ObjectNode data = JSON.createObjectNode();
      data.putObject("document")
          .put("document_id", parts[3])
          .put("revision_id", doc.revision)
          .put("title", doc.title);
      return data;
    }
    Map<String, ObjectNode> blocks = new LinkedHashMap<>();
    ObjectNode page = block(parts[3], "page", doc.title);
    ArrayNode children = page.put("block_type", 1).putArray("children");
    blocks.put(parts[3], page);
    for (ObjectNode block : doc.blocks) {
      String id = block.path("block_id").asText();
      blocks.put(id, block);
      if (block.path("parent_id").asText().equals("doc")) {
        children.add(id);
      }
    }
    return page(List.copyOf(blocks.keySet()), query, "items", blocks::get);
  }

  private ObjectNode bitable(String[] parts, Map<String, String> query) {
    Doc doc = byObject(parts[3]);
    if (doc == null) {
      return null;
    }
    if (parts.length == 5) {
      return page(
          List.copyOf(doc.parts.keySet()),
          query,
          "items",
          id ->
              JSON.createObjectNode()
                  .put("table_id", id)
                  .put("name", doc.parts.get(id).path("name").asText())
                  .put("revision", doc.parts.get(id).path("revision").asInt()));
    }
    ObjectNode data = JSON.createObjectNode().put("has_more", false).put("total", 1);
    JsonNode table = doc.parts.get(parts[5]);
    data.set("items", table.path(parts[6].equals("fields") ? "fields" : "records"));
    return data;
  }

  private ObjectNode sheets(String[] parts) {
    Doc doc = byObject(parts[3]);
    if (doc == null) {
      return null;
    }
    ObjectNode data = JSON.createObjectNode();
    if (parts[4].equals("values")) {
      String[] range = parts[5].split("[!:A-Z]+");
      ArrayNode values = data.putObject("valueRange").putArray("values");
      JsonNode rows = doc.parts.get(range[0]).path("rows");
      for (int i = Integer.parseInt(range[1]); i <= Integer.parseInt(range[2]); i++) {
        values.add(rows.has(i - 1) ? rows.get(i - 1) : JSON.createArrayNode());
      }
    } else if (parts[5].equals("query")) {
      ArrayNode sheets = data.putArray("sheets");
      doc.parts.keySet().forEach(id -> sheets.add(sheet(doc, id)));
    } else {
      data.set("sheet", sheet(doc, parts[5]));
    }
    return data;
  }

  private static ObjectNode sheet(Doc doc, String id) {
    ObjectNode sheet =
        JSON.createObjectNode()
            .put("sheet_id", id)
            .put("title", doc.parts.get(id).path("name").asText())
            .put("index", List.copyOf(doc.parts.keySet()).indexOf(id))
            .put("resource_type", "sheet");
    sheet.putObject("grid_properties").put("row_count", 200).put("column_count", 20);
    sheet.set("merges", doc.parts.get(id).path("merges"));
    return sheet;
  }

  private ObjectNode users(String[] parts, Map<String, String> query) {
    if (parts[3].equals("batch")) {
      ObjectNode data = JSON.createObjectNode();
      ArrayNode items = data.putArray("items");
      for (String id : query.get("user_ids").split(",")) {
        items.add(user(id));
      }
      return data;
    }
    return page(
        members.getOrDefault(query.get("department_id"), List.of()),
        query,
        "items",
        written -> user(written.split(" ")[1]));
  }

  private static ObjectNode user(String id) {
    String name = id.replace("ou_", "");
    return JSON.createObjectNode()
        .put("open_id", id)
        .put("name", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
        .put("enterprise_email", name + "@example.org");
  }

  private ObjectNode below(String department) {
    return page(
        departments.getOrDefault(department, List.of()),
        Map.of("page_size", "50"),
        "items",
        id -> JSON.createObjectNode().put("open_department_id", id).put("name", id));
  }

  private ObjectNode group(String id, String type) {
    return page(
        members.getOrDefault(id, List.of()).stream()
            .filter(each -> each.startsWith(type.equals("user") ? "openid" : "opendepartmentid"))
            .toList(),
        Map.of("page_size", "100"),
        "memberlist",
        this::member);
  }

  private ObjectNode chat(String id) {
    return page(
        members.getOrDefault(id, List.of()), Map.of("page_size", "100"), "items", this::member);
  }

  private static ObjectNode minutes(String token) {
    ObjectNode data = JSON.createObjectNode();
    data.putObject("minute")
        .put("token", token)
        .put("owner_id", "ou_mira")
        .put("create_time", "1772000000000")
        .put("title", "Weekly")
        .put("url", "https://team.feishu.cn/minutes/" + token);
    return data;
  }

  private ObjectNode approval(String[] parts, Map<String, String> query) {
    if (parts.length > 3) {
      return approvals.get(parts[3]);
    }
    ObjectNode data = JSON.createObjectNode().put("has_more", false);
    ArrayNode codes = data.putArray("instance_code_list");
    long from = Long.parseLong(query.get("start_time"));
    long to = Long.parseLong(query.get("end_time"));
    approvals.forEach(
        (code, instance) -> {
          long started = instance.path("start_time").asLong();
          if (from <= started && started < to) {
            codes.add(code);
          }
        });
    return data;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
