package dev.gill.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Passes messages of the Model Context Protocol, a line each, on to a Gill that is reached over
 * HTTP, and its answers and notifications back. A session that Gill has forgotten, since it was
 * started anew, is begun again without the agent's notice.
 */
final class McpBridge implements AutoCloseable {
  private static final String SESSION = "Mcp-Session-Id";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int UNREACHABLE = -32000;
  private static final int NOT_FOUND = 404;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final McpListener listener;
  private final URI endpoint;
  private final Optional<String> token;
  private final Consumer<String> out;
  private volatile String greeting;
  private volatile String session;

  /**
   * @param out takes a line each; called by one thread at a time
   */
  McpBridge(URI endpoint, Optional<String> token, Consumer<String> out) {
    this.endpoint = endpoint;
    this.token = token;
    this.out = out;
    this.listener = new McpListener(client, this::say);
  }

  /** Passes one line on; what begins a session is waited for. */
  void pass(String line) throws InterruptedException {
    if (line.isBlank()) {
      return;
    }
    JsonNode message = read(line);
    if (message.path("method").asText().equals("initialize")) {
      greeting = line;
      session = null;
      answer(line, message);
    } else {
      workers.submit(
          () -> {
            answer(line, message);
            return null;
          });
    }
  }

  private void answer(String line, JsonNode message) throws InterruptedException {
    try {
      HttpResponse<String> response = post(line, session);
      if (response.statusCode() == NOT_FOUND && session != null) {
        begin(post(greeting, null));
        response = post(line, session);
      }
      if (line.equals(greeting)) {
        begin(response);
      }
      say(response, message);
    } catch (IOException e) {
      fail(message, "No Gill answers at %s; start it with ./gill up.".formatted(endpoint));
    }
  }

  private void begin(HttpResponse<String> greeted) {
    session = greeted.headers().firstValue(SESSION).orElse(null);
    if (session != null) {
      listener.listen(request(session).header("Accept", "text/event-stream").GET().build());
    }
  }

  private HttpResponse<String> post(String line, String within)
      throws IOException, InterruptedException {
    return client.send(
        request(within)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(line))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String within) {
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint);
    token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
    return within == null ? request : request.header(SESSION, within);
  }

  private void say(HttpResponse<String> response, JsonNode message) {
    JsonNode said = read(response.body());
    if (said.has("jsonrpc")) {
      say(said.toString());
    } else if (response.statusCode() >= 300) {
      String why = "Gill answered with HTTP " + response.statusCode() + ".";
      fail(message, said.path("detail").asText(why));
    }
  }

  private void fail(JsonNode message, String sentence) {
    if (message.has("id") && message.has("method")) {
      ObjectNode error = json.createObjectNode().put("jsonrpc", "2.0");
      error.set("id", message.get("id"));
      error.putObject("error").put("code", UNREACHABLE).put("message", sentence);
      say(error.toString());
    }
  }

  private synchronized void say(String line) {
    out.accept(line);
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      return json.missingNode();
    }
  }

  /** Waits for what is under way, and ends the session. */
  @Override
  public void close() {
    workers.close();
    listener.close();
    try {
      if (session != null) {
        client.send(
            request(session).timeout(Duration.ofSeconds(5)).DELETE().build(),
            HttpResponse.BodyHandlers.discarding());
      }
    } catch (IOException e) {
      // a Gill that is gone has no session to end
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      client.shutdownNow();
    }
  }
}
