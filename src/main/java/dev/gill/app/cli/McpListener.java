package dev.gill.app.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Listens to what Gill says by itself, until another request takes the place of this one. */
final class McpListener implements AutoCloseable {
  private static final String DATA = "data:";
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final HttpClient client;
  private final Consumer<String> out;
  private Thread listening;

  McpListener(HttpClient client, Consumer<String> out) {
    this.client = client;
    this.out = out;
  }

  /** Listens by this request, and again whenever the stream ends. */
  synchronized void listen(HttpRequest request) {
    close();
    listening = Thread.ofVirtual().name("gill-mcp-listener").start(() -> stay(request));
  }

  private void stay(HttpRequest request) {
    try {
      int status;
      do {
        status = once(request);
        Thread.sleep(PAUSE);
      } while (status == 0 || status == 200 || status >= 500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The status; 0 if Gill could not be reached. */
  private int once(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<Stream<String>> response =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        if (response.statusCode() == 200) {
          lines
              .filter(line -> line.startsWith(DATA))
              .map(line -> line.substring(DATA.length()).strip())
              .filter(data -> !data.isEmpty())
              .forEach(out);
        }
      }
      return response.statusCode();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  @Override
  public synchronized void close() {
    if (listening != null) {
      listening.interrupt();
      listening = null;
    }
  }
}
