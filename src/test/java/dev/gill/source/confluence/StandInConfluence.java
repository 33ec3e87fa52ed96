package dev.gill.source.confluence;

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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stand-in for a Confluence on this machine that answers what this adapter asks in the documented
 * shapes of Cloud's and Data Center's REST APIs. It is no Confluence: nothing here has been held
 * against a real one.
 */
final class StandInConfluence extends Stand implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String USER = "gill@example.org";
  static final String TOKEN = "tulip-88-tulip-88";

  /** What is asked: a path below the site's address, its parameters, and what was sent. */
  record Asked(String path, Map<String, String> params, String body, boolean signedIn) {
    String param(String name) {
      return params.getOrDefault(name, "");
    }
  }

  /** What is answered; JSON unless there are bytes. */
  record Answer(int status, JsonNode json, byte[] bytes) {
    static Answer of(JsonNode json) {
      return new Answer(200, json, null);
    }

    static Answer status(int status) {
      return new Answer(status, JSON.createObjectNode().put("statusCode", status), null);
    }
  }

  /** The answers of one edition. */
  interface Edition {
    Answer answer(Asked asked) throws IOException;
  }

  private final HttpServer server;
  private final boolean cloud;
  private final String context;
  private final Edition edition;

  /** The paths of all requests, with their parameters. */
  final List<String> requests = new ArrayList<>();

  /** How many further requests are answered with 429. */
  int throttled;

  /** The most that a part of a list holds. */
  int most = 250;

  boolean signInWorks = true;

  /** Whether Data Center answers space permissions as since 9.1. */
  boolean dataCenterRest = true;

  private StandInConfluence(boolean cloud) throws IOException {
    this.cloud = cloud;
    this.context = cloud ? "/wiki" : "/confluence";
    this.edition = cloud ? new CloudAnswers(this) : new DataCenterAnswers(this);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  static StandInConfluence cloud() throws IOException {
    return new StandInConfluence(true);
  }

  static StandInConfluence dataCenter() throws IOException {
    return new StandInConfluence(false);
  }

  String url() {
    return "http://127.0.0.1:%d%s/".formatted(server.getAddress().getPort(), context);
  }

  /** Settings as key, value, key, value. */
  String[] settings(String... more) {
    List<String> all = new ArrayList<>(List.of("edition", cloud ? "cloud" : "datacenter"));
    all.addAll(cloud ? List.of("username", USER, "password", TOKEN) : List.of("token", TOKEN));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  synchronized int asked() {
    int asked = requests.size();
    requests.clear();
    return asked;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(path + "?" + URLDecoder.decode(query, StandardCharsets.UTF_8));
    String credential = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer;
    if (throttled > 0) {
      throttled--;
      exchange.getResponseHeaders().add("Retry-After", "2");
      answer = Answer.status(429);
    } else if (!path.startsWith(context + "/")) {
      answer = Answer.status(404);
    } else if (!credential.equals("null") && !(signInWorks && credential.equals(expected()))) {
      answer = Answer.status(401);
    } else {
      answer =
          edition.answer(
              new Asked(
                  path.substring(context.length() + 1),
                  params(query),
                  body,
                  !credential.equals("null")));
    }
    send(exchange, answer);
  }

  private String expected() {
    String basic = USER + ":" + TOKEN;
    return cloud
        ? "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8))
        : "Bearer " + TOKEN;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.bytes() == null ? JSON.writeValueAsBytes(answer.json()) : answer.bytes();
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> params(String query) {
    Map<String, String> params = new HashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        params.merge(parts[0], value, (one, other) -> one + "," + other);
      }
    }
    return params;
  }

  /** A part of a list, from {@code start} on, with the address of the next one. */
  static int from(Asked asked) {
    String start = asked.param("cursor").isEmpty() ? asked.param("start") : asked.param("cursor");
    return start.isEmpty() ? 0 : Integer.parseInt(start);
  }

  <T> ObjectNode list(
      Asked asked, List<T> all, java.util.function.Function<T, ObjectNode> shape, String cursor) {
    int limit = asked.param("limit").isEmpty() ? 25 : Integer.parseInt(asked.param("limit"));
    int start = from(asked);
    int end = Math.min(all.size(), start + Math.min(limit, most));
    ObjectNode part = JSON.createObjectNode();
    ArrayNode results = part.putArray("results");
    all.subList(Math.min(start, end), end).forEach(each -> results.add(shape.apply(each)));
    ObjectNode links = part.putObject("_links");
    links.put("base", cloud ? "https://team.atlassian.net/wiki" : url().replaceFirst("/$", ""));
    if (end < all.size()) {
      Map<String, String> next = new HashMap<>(asked.params());
      next.put(cursor, "" + end);
      StringBuilder query = new StringBuilder();
      next.forEach(
          (name, value) -> query.append('&').append(name).append('=').append(Api.encoded(value)));
      links.put(
          "next", "%s/%s?%s".formatted(cloud ? "/wiki" : "", asked.path(), query.substring(1)));
    }
    return part;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
