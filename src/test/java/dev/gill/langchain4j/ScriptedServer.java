package dev.gill.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server with an interface such as OpenAI's that replies as a test says. */
public final class ScriptedServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Does with a request what it likes. */
  @FunctionalInterface
  public interface Script {
    void reply(HttpExchange exchange, JsonNode request) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile Script script;

  public ScriptedServer(Script script) throws IOException {
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      requests.add(request);
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      script.reply(exchange, request);
    }
  }

  /** Says this, in the form that is expected. */
  public static Script saying(String text) {
    return (exchange, request) -> send(exchange, 200, completion(text, "stop"));
  }

  /** Says this, and why it ended. */
  public static Script ending(String text, String reason) {
    return (exchange, request) -> send(exchange, 200, completion(text, reason));
  }

  /** Says one thing if it is to word a question anew, and another if it is to answer. */
  public static Script conversing(String question, String answer) {
    return (exchange, request) ->
        saying(isRestating(request) ? question : answer).reply(exchange, request);
  }

  /** Whether a question is to be worded anew. */
  public static boolean isRestating(JsonNode request) {
    return request.path("messages").path(1).path("content").asText().contains("<last>");
  }

  /** Sends just this. */
  public static Script sending(int status, String body) {
    return (exchange, request) -> send(exchange, status, body);
  }

  /** Writes an answer piece by piece, as a test says. */
  @FunctionalInterface
  public interface Writing {
    void write(Pen pen) throws IOException, InterruptedException;
  }

  /** What an answer is written with, event by event. */
  public static final class Pen {
    private final OutputStream body;

    private Pen(OutputStream body) {
      this.body = body;
    }

    /** Says more of it, in pieces such as a model's. */
    public void say(String text) throws IOException {
      for (String piece : text.split("(?<=\\G.{3})")) {
        event(Map.of("index", 0, "delta", Map.of("content", piece)));
      }
    }

    /** Says why it ends. */
    public void end(String reason) throws IOException {
      event(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason));
      write(
          "{\"choices\":[],\"usage\":{\"prompt_tokens\":321,\"completion_tokens\":12,\"total_tokens\":333}}");
      write("[DONE]");
    }

    private void event(Map<String, Object> choice) throws IOException {
      write(JSON.writeValueAsString(Map.of("id", "c1", "choices", List.of(choice))));
    }

    private void write(String data) throws IOException {
      body.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
      body.flush();
    }
  }

  /** Sends events while they are written; whatever is not ended is cut off. */
  public static Script writing(Writing writing) {
    return (exchange, request) -> {
      exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      try {
        writing.write(new Pen(exchange.getResponseBody()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  static String completion(String text, String reason) throws IOException {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            "c1",
            "object",
            "chat.completion",
            "model",
            "scripted",
            "choices",
            List.of(
                Map.of(
                    "index",
                    0,
                    "finish_reason",
                    reason,
                    "message",
                    Map.of("role", "assistant", "content", text))),
            "usage",
            Map.of("prompt_tokens", 321, "completion_tokens", 12, "total_tokens", 333)));
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public void now(Script other) {
    script = other;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  public List<JsonNode> requests() {
    return requests;
  }

  public List<String> keys() {
    return keys;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
