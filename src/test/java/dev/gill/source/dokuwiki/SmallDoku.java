package dev.gill.source.dokuwiki;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for a DokuWiki that answers this adapter's calls in the shapes of release 2022-07-31b.
 * {@code RealDokuWikiTest} holds the adapter against the real one.
 */
final class SmallDoku implements AutoCloseable {
  private static final Pattern METHOD = Pattern.compile("<methodName>([^<]*)</methodName>");
  private static final Pattern VALUE = Pattern.compile("<(?:string|int)>([^<]*)</(?:string|int)>");

  private record Page(String text, long version) {}

  private final HttpServer server;
  private final SortedMap<String, Page> pages = new TreeMap<>();
  private final SortedMap<String, Long> changes = new TreeMap<>();

  /** Permissions by scope and reader. */
  final SortedMap<String, Map<String, Integer>> rules = new TreeMap<>();

  /** What each request called. */
  final List<String> calls = new ArrayList<>();

  final Set<String> failing = new TreeSet<>();
  boolean showsRules = true;
  private long clock = 1_772_000_000;

  SmallDoku() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/lib/exe/xmlrpc.php", this::answer);
    server.start();
    rules.put("*", Map.of("@ALL", 1));
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  synchronized void write(String id, String text) {
    pages.put(id, new Page(text, ++clock));
    changes.put(id, clock);
  }

  synchronized void delete(String id) {
    pages.remove(id);
    changes.put(id, ++clock);
  }

  /** On the disk, past the wiki. */
  synchronized void behindTheBack(String id, String text) {
    pages.put(id, new Page(text, ++clock));
  }

  synchronized Set<String> ids() {
    return Set.copyOf(pages.keySet());
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher method = METHOD.matcher(body);
    String called = method.find() ? method.group(1) : "";
    Matcher value = VALUE.matcher(body);
    String first = value.find() ? value.group(1) : "";
    calls.add(called + " " + first);
    boolean closed = called.equals("plugin.acl.listAcls") && !showsRules;
    boolean fails = called.equals("wiki.getPageHTML") && failing.contains(first);
    byte[] bytes =
        "<?xml version=\"1.0\"?><methodResponse><params><param><value>%s</value></param></params></methodResponse>"
            .formatted(value(called, first))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(closed ? 403 : fails ? 500 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String value(String method, String first) {
    return switch (method) {
      case "dokuwiki.getVersion" -> "<string>Release 2022-07-31b \"Igor\"</string>";
      case "dokuwiki.getTitle" -> "<string>Team Wiki</string>";
      case "dokuwiki.getTime" -> "<int>%d</int>".formatted(clock);
      case "dokuwiki.getPagelist" -> list();
      case "wiki.getRecentChanges" -> recent(Long.parseLong(first));
      case "wiki.getPageHTML" ->
          pages.containsKey(first)
              ? "<string>%s</string>".formatted(escaped(pages.get(first).text))
              : "<struct></struct>";
      case "wiki.getPageInfo" -> "<struct>%s</struct>".formatted(member("author", "mira"));
      case "plugin.acl.listAcls" -> acls();
      default -> "<struct></struct>";
    };
  }

  private String list() {
    StringBuilder items = new StringBuilder();
    pages.forEach(
        (id, page) ->
            items.append(
                "<value><struct>%s%s%s</struct></value>"
                    .formatted(
                        member("id", id),
                        member("rev", page.version),
                        member("size", (long) page.text.length()))));
    return "<array><data>%s</data></array>".formatted(items);
  }

  private String recent(long since) {
    StringBuilder items = new StringBuilder();
    changes.forEach(
        (id, version) -> {
          if (version >= since) {
            Page page = pages.get(id);
            items.append(
                "<value><struct>%s%s%s</struct></value>"
                    .formatted(
                        member("name", id),
                        member("version", version),
                        page == null
                            ? "<member><name>size</name><value><boolean>0</boolean></value></member>"
                            : member("size", (long) page.text.length())));
          }
        });
    return items.isEmpty()
        ? "<struct></struct>"
        : "<array><data>%s</data></array>".formatted(items);
  }

  private String acls() {
    StringBuilder scopes = new StringBuilder();
    rules.forEach(
        (scope, permissions) -> {
          StringBuilder each = new StringBuilder();
          permissions.forEach((who, level) -> each.append(member(who, Integer.toString(level))));
          scopes.append(
              "<member><name>%s</name><value><struct>%s</struct></value></member>"
                  .formatted(scope, each));
        });
    return "<struct>%s</struct>".formatted(scopes);
  }

  private static String member(String name, Object value) {
    String type = value instanceof Long ? "int" : "string";
    return "<member><name>%s</name><value><%s>%s</%s></value></member>"
        .formatted(name, type, escaped(value.toString()), type);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
