package dev.gill.source.webdav;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for a WebDAV server, in memory, for {@code kb} with {@code kb-pass}: it answers as
 * servers of four kinds do. The real ones are asked in {@code RealWebdavTest}.
 */
final class SmallDav implements AutoCloseable {
  /** What servers offer. */
  enum Kind {
    /** Everything in one answer. */
    DEEP,
    /** A folder at a time, as Apache does. */
    SHALLOW,
    /** Numbers for files, and etags of folders that change with what lies beneath, as Nextcloud. */
    CLOUD,
    /** Reports of changes, RFC 6578. */
    REPORTS
  }

  private record File(byte[] bytes, int version, int id) {}

  private static final String ROOT = "/remote.php/dav/files/kb/";
  private static final Pattern TOKEN = Pattern.compile("sync-token>(\\d*)<");
  private static final Instant START = Instant.parse("2025-05-01T08:00:00Z");

  private final Kind kind;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SortedMap<String, File> files = new TreeMap<>();
  private final Map<String, Integer> folders = new HashMap<>(Map.of("", 0));
  private final SortedMap<Integer, String> log = new TreeMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private int version;
  private int ids;
  private int forgotten;

  /** Paths that are answered with a status of trouble; folders without a slash at their end. */
  final Map<String, Integer> troubles = new ConcurrentHashMap<>();

  SmallDav(Kind kind) throws IOException {
    this.kind = kind;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://" + authority() + ROOT;
  }

  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Method, depth and path of all requests so far, oldest first. */
  List<String> requests() {
    return requests;
  }

  synchronized void write(String path, String text) {
    File known = files.get(path);
    changed(path);
    files.put(
        path,
        new File(
            text.getBytes(StandardCharsets.UTF_8), version, known == null ? ++ids : known.id()));
  }

  synchronized void delete(String path) {
    changed(path);
    files.remove(path);
  }

  synchronized void move(String from, String to) {
    File moved = files.remove(from);
    changed(from);
    changed(to);
    files.put(to, moved);
  }

  synchronized TreeSet<String> present() {
    return new TreeSet<>(files.keySet());
  }

  /** No token that was given out so far is taken any more. */
  synchronized void forgetTokens() {
    forgotten = version;
    version++;
  }

  private void changed(String path) {
    version++;
    log.values().removeIf(path::equals);
    log.put(version, path);
    for (String folder = path; !folder.isEmpty(); ) {
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
      folders.put(folder, version);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String raw = exchange.getRequestURI().getPath();
    String path = raw.startsWith(ROOT) ? raw.substring(ROOT.length()).replaceFirst("/$", "") : "?";
    String depth = exchange.getRequestHeaders().getFirst("Depth");
    requests.add("%s %s /%s".formatted(exchange.getRequestMethod(), depth, path));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String sign = Base64.getEncoder().encodeToString("kb:kb-pass".getBytes(StandardCharsets.UTF_8));
    try (exchange) {
      if (!("Basic " + sign).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 401, new byte[0]);
      } else if (troubles.containsKey(path)) {
        say(exchange, troubles.get(path), new byte[0]);
      } else {
        answer(exchange, path, depth, body);
      }
    }
  }

  private synchronized void answer(HttpExchange exchange, String path, String depth, String body)
      throws IOException {
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        File file = files.get(path);
        say(exchange, file == null ? 404 : 200, file == null ? new byte[0] : file.bytes());
      }
      case "PROPFIND" -> {
        boolean there = files.containsKey(path) || folders.containsKey(path);
        boolean all = "infinity".equals(depth) && kind == Kind.DEEP;
        boolean refused = "infinity".equals(depth) && kind == Kind.SHALLOW;
        if (!there || refused) {
          say(exchange, refused ? 403 : 404, new byte[0]);
        } else {
          multistatus(exchange, listed(path, all ? 99 : "0".equals(depth) ? 0 : 1), "");
        }
      }
      case "REPORT" -> report(exchange, body);
      default -> say(exchange, 405, new byte[0]);
    }
  }

  private List<String> listed(String path, int depth) {
    List<String> listed = new ArrayList<>(List.of(entry(path)));
    String within = path.isEmpty() ? "" : path + "/";
    TreeSet<String> all = new TreeSet<>(files.keySet());
    all.addAll(folders.keySet());
    for (String each : all) {
      boolean beneath = each.startsWith(within) && !each.equals(path) && !each.isEmpty();
      if (beneath && each.substring(within.length()).split("/").length <= depth) {
        listed.add(entry(each));
      }
    }
    return listed;
  }

  private String entry(String path) {
    File file = files.get(path);
    StringBuilder text = new StringBuilder("<d:response><d:href>");
    text.append(href(path)).append(file == null ? "/" : "").append("</d:href><d:propstat><d:prop>");
    if (file == null) {
      text.append("<d:resourcetype><d:collection/></d:resourcetype>");
    } else {
      text.append("<d:resourcetype/><d:getetag>\"%d\"</d:getetag>".formatted(file.version()));
      text.append("<d:getcontentlength>%d</d:getcontentlength>".formatted(file.bytes().length));
      text.append("<d:getlastmodified>%s</d:getlastmodified>".formatted(date(file.version())));
    }
    if (kind == Kind.CLOUD) {
      int id = file == null ? path.hashCode() & 0xffff : file.id();
      text.append("<oc:fileid>%d</oc:fileid>".formatted(id));
      text.append(
          file == null ? "<d:getetag>\"f%d\"</d:getetag>".formatted(folders.get(path)) : "");
    }
    if (kind == Kind.REPORTS && path.isEmpty()) {
      text.append(
          "<d:supported-report-set><d:supported-report><d:report><d:sync-collection/></d:report>"
              + "</d:supported-report></d:supported-report-set>");
    }
    return text.append("</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>")
        .toString();
  }

  private void report(HttpExchange exchange, String body) throws IOException {
    Matcher token = TOKEN.matcher(body);
    int since = token.find() && !token.group(1).isEmpty() ? Integer.parseInt(token.group(1)) : 0;
    if (kind != Kind.REPORTS || (since > 0 && since <= forgotten)) {
      say(exchange, 403, new byte[0]);
      return;
    }
    List<String> entries = new ArrayList<>();
    if (since == 0) {
      entries.addAll(listed("", 99));
    } else {
      for (String path : log.tailMap(since + 1).values()) {
        entries.add(
            files.containsKey(path)
                ? entry(path)
                : "<d:response><d:href>%s</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
                    .formatted(href(path)));
      }
    }
    multistatus(exchange, entries, "<d:sync-token>%d</d:sync-token>".formatted(version));
  }

  private static String href(String path) {
    StringBuilder href = new StringBuilder(ROOT);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b == '/' || b == '.' || b == '-' || Character.isLetterOrDigit((char) b);
      href.append(plain && b > 0 ? String.valueOf((char) b) : "%%%02x".formatted(b & 0xff));
    }
    return href.toString().replaceFirst("/$", "");
  }

  private static String date(int seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        START.plusSeconds(seconds).atOffset(ZoneOffset.UTC));
  }

  private static void multistatus(HttpExchange exchange, List<String> entries, String more)
      throws IOException {
    String text =
        "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\">%s%s</d:multistatus>"
            .formatted(String.join("", entries), more);
    say(exchange, 207, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
