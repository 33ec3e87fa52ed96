package dev.gill.source.mediawiki;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stand-in for a MediaWiki that answers the queries of this adapter in the shapes that MediaWiki
 * 1.39 answers them with. {@code RealMediaWikiTest} holds the adapter against the real one.
 */
final class StandInWiki implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LIST = 500;

  /** Of so many pages a request of a visitor says who may read them. */
  private static final int TESTED = 50;

  record Page(String title, long revision, String text, Instant at, Instant touched) {}

  private record Row(
      long id, String title, long revision, String target, Instant at, boolean log) {}

  private final HttpServer server;
  private final SortedMap<String, Page> pages = new TreeMap<>();
  private final List<Row> rows = new ArrayList<>();

  /** What a visitor, or anybody, may not read. */
  final Set<String> restricted = new HashSet<>();

  final Set<String> closed = new HashSet<>();

  /** Titles that bring the wiki to fail when their text is asked for. */
  final Set<String> failing = new HashSet<>();

  /** Accounts and their groups; with none the wiki is open. */
  final SortedMap<String, Set<String>> accounts = new TreeMap<>();

  /** The parameters of each request. */
  final List<Map<String, String>> requests = new ArrayList<>();

  boolean open = true;
  private Instant clock = Instant.parse("2026-03-01T10:00:00Z");
  private long number;

  StandInWiki() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/w/api.php", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d/w/api.php".formatted(server.getAddress().getPort());
  }

  synchronized void write(String title, String text) {
    tick();
    pages.put(title, new Page(title, ++number, text, clock, clock));
    rows.add(new Row(number, title, number, "", clock, false));
    if (title.startsWith("Template:")) {
      pages.replaceAll((_, page) -> shows(page, title) ? touched(page) : page);
    }
  }

  synchronized void delete(String title) {
    tick();
    pages.remove(title);
    rows.removeIf(row -> !row.log && row.title.equals(title));
    rows.add(new Row(++number, title, 0, "", clock, true));
  }

  /** With a redirect left at the old title, which no list speaks of. */
  synchronized void move(String from, String to) {
    tick();
    Page page = pages.remove(from);
    pages.put(to, new Page(to, ++number, page.text, clock, clock));
    pages.put(from, new Page(from, ++number, "#REDIRECT [[%s]]".formatted(to), clock, clock));
    rows.add(new Row(++number, from, 0, to, clock, true));
  }

  /** What a script on the server does, and no list speaks of. */
  synchronized void behindTheBack(String title, String text) {
    tick();
    if (text.isEmpty()) {
      pages.remove(title);
    } else {
      pages.put(title, new Page(title, ++number, text, clock, clock));
    }
  }

  synchronized Set<String> titles() {
    return Set.copyOf(pages.keySet());
  }

  synchronized void forgetRequests() {
    requests.clear();
  }

  private void tick() {
    clock = clock.plusSeconds(1);
  }

  private Page touched(Page page) {
    return new Page(page.title, page.revision, page.text, page.at, clock);
  }

  private static boolean shows(Page page, String template) {
    return page.text.contains("{{" + template.substring("Template:".length()) + "}}");
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    Map<String, String> asked = new HashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      asked.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    requests.add(asked);
    boolean signedIn =
        String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).contains("s=in");
    ObjectNode answer = JSON.createObjectNode();
    int status = 200;
    if (asked.get("action").equals("login")) {
      boolean right =
          asked.get("lgpassword").equals("right-password") && asked.get("lgtoken").equals("t+\\");
      answer.putObject("login").put("result", right ? "Success" : "Failed");
      exchange.getResponseHeaders().add("Set-Cookie", "s=" + (right ? "in" : "out") + "; path=/");
    } else if (asked.containsKey("assert") && !signedIn) {
      answer.putObject("error").put("code", "assertuserfailed");
    } else if (!open
        && !signedIn
        && !Set.of("tokens", "userinfo").contains(asked.getOrDefault("meta", ""))) {
      answer.putObject("error").put("code", "readapidenied");
    } else {
      status = query(asked, signedIn, answer);
    }
    byte[] bytes = JSON.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int query(Map<String, String> asked, boolean signedIn, ObjectNode answer) {
    answer.put("curtimestamp", clock.toString());
    ObjectNode query = answer.putObject("query");
    if ("siteinfo".equals(asked.get("meta"))) {
      site(query);
    }
    if ("userinfo".equals(asked.get("meta"))) {
      ObjectNode user = query.putObject("userinfo").put("name", signedIn ? "Gill" : "127.0.0.1");
      user.putArray("rights").add("edit").add(open || signedIn ? "read" : "purge");
    }
    if ("tokens".equals(asked.get("meta"))) {
      query.putObject("tokens").put("logintoken", "t+\\");
    }
    if ("allusers".equals(asked.get("list"))) {
      users(query.putArray("allusers"));
    }
    if (String.valueOf(asked.get("list")).startsWith("recentchanges")) {
      changes(query, Instant.parse(asked.get("rcstart")));
    }
    if (asked.containsKey("generator")) {
      list(asked, signedIn, answer, query);
    }
    if (asked.containsKey("titles")) {
      return titles(asked, signedIn, answer, query);
    }
    return 200;
  }

  private void site(ObjectNode query) {
    query.putObject("general").put("sitename", "Team Wiki").put("generator", "MediaWiki 1.39.17");
    ObjectNode spaces = query.putObject("namespaces");
    spaces.putObject("0").put("id", 0).put("name", "").put("content", true);
    spaces.putObject("4").put("id", 4).put("name", "Team").put("canonical", "Project");
    spaces.putObject("6").put("id", 6).put("name", "Datei").put("canonical", "File");
    spaces.putObject("10").put("id", 10).put("name", "Template").put("canonical", "Template");
    spaces.putObject("14").put("id", 14).put("name", "Kategorie").put("canonical", "Category");
    query.putArray("namespacealiases");
    query.putObject("statistics").put("images", 3);
    ArrayNode groups = query.putArray("usergroups");
    ObjectNode all = groups.addObject().put("name", "*");
    all.putArray("rights").add(open ? "read" : "edit");
    groups.addObject().put("name", "staff").putArray("rights").add("read");
  }

  private void users(ArrayNode users) {
    accounts.forEach(
        (name, groups) -> {
          ArrayNode list = users.addObject().put("name", name).putArray("groups");
          groups.forEach(list::add);
        });
  }

  private void changes(ObjectNode query, Instant since) {
    ArrayNode recent = query.putArray("recentchanges");
    ArrayNode log = query.putArray("logevents");
    for (Row row : rows) {
      if (row.at.isBefore(since)) {
        continue;
      }
      ObjectNode node = (row.log ? log : recent).addObject();
      node.put(row.log ? "logid" : "rcid", row.id).put("title", row.title);
      node.put("ns", space(row.title)).put("timestamp", row.at.toString());
      if (!row.log) {
        node.put("revid", row.revision);
      }
      if (!row.target.isEmpty()) {
        ObjectNode target = node.putObject("params").put("target_title", row.target);
        target.put("target_ns", space(row.target));
      }
    }
  }

  private static int space(String title) {
    return title.startsWith("Template:") ? 10 : title.startsWith("Team:") ? 4 : 0;
  }

  private void list(
      Map<String, String> asked, boolean signedIn, ObjectNode answer, ObjectNode query) {
    ArrayNode found = query.putArray("pages");
    int space = Integer.parseInt(asked.get("gapnamespace"));
    int tested = 0;
    for (Page page : pages.tailMap(asked.getOrDefault("gapcontinue", "")).values()) {
      if (space(page.title) != space || page.text.startsWith("#REDIRECT")) {
        continue;
      }
      if (found.size() == LIST) {
        if (!answer.has("continue")) {
          answer.putObject("continue").put("gapcontinue", page.title);
        }
        return;
      }
      ObjectNode node = found.addObject().put("title", page.title);
      if (page.title.compareTo(asked.getOrDefault("incontinue", "")) < 0) {
        continue;
      }
      if (tested++ < (signedIn ? LIST : TESTED)) {
        info(node, page, signedIn);
      } else if (!answer.has("continue")) {
        ObjectNode more = answer.putObject("continue").put("incontinue", page.title);
        more.put("gapcontinue", asked.getOrDefault("gapcontinue", ""));
      }
    }
  }

  private boolean mayRead(String title, boolean signedIn) {
    return !closed.contains(title) && (signedIn || !restricted.contains(title));
  }

  private void info(ObjectNode node, Page page, boolean signedIn) {
    node.put("title", page.title).put("ns", space(page.title)).put("contentmodel", "wikitext");
    node.put("lastrevid", page.revision).put("touched", page.touched.toString());
    node.put("length", page.text.length()).put("fullurl", "https://wiki.test/" + page.title);
    if (page.text.startsWith("#REDIRECT")) {
      node.put("redirect", true);
    }
    node.putObject("actions").put("read", mayRead(page.title, signedIn));
  }

  private int titles(
      Map<String, String> asked, boolean signedIn, ObjectNode answer, ObjectNode query) {
    List<String> titles = Arrays.asList(asked.get("titles").split("\\|"));
    boolean content = asked.get("prop").contains("revisions");
    if (content && titles.stream().anyMatch(failing::contains)) {
      return 500;
    }
    if (content && !titles.stream().allMatch(title -> mayRead(title, signedIn))) {
      answer.putObject("error").put("code", "accessdenied");
      return 200;
    }
    ArrayNode found = query.putArray("pages");
    for (String title : titles) {
      ObjectNode node = found.addObject();
      Page page = pages.get(title);
      if (page == null) {
        node.put("title", title).put("missing", true);
      } else {
        info(node, page, signedIn);
        if (content) {
          ObjectNode revision = node.putArray("revisions").addObject();
          revision.put("revid", page.revision).put("user", "Mira");
          revision.put("timestamp", page.at.toString()).put("content", expanded(page.text));
        }
      }
      if (asked.get("prop").equals("transcludedin")) {
        ArrayNode showing = node.putArray("transcludedin");
        pages.values().stream()
            .filter(other -> shows(other, title))
            .forEach(other -> showing.addObject().put("title", other.title));
      }
    }
    return 200;
  }

  private String expanded(String text) {
    String expanded = text;
    for (Page page : pages.tailMap("Template:").headMap("Template;").values()) {
      expanded =
          expanded.replace("{{" + page.title.substring("Template:".length()) + "}}", page.text);
    }
    return expanded;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
