package dev.gill.source.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The JDK's client, made anew where it has to be: after an answer that breaks the protocol, such as
 * one with endless headers, it keeps the connection open until it is shut down.
 */
final class Connections implements AutoCloseable {
  private HttpClient client = build();
  private boolean closed;

  /** Sends a request. */
  synchronized Sent send(HttpRequest request, BodyHandler<byte[]> handler) {
    return new Sent(client, client.sendAsync(request, handler));
  }

  /** Opens a WebSocket. */
  synchronized CompletableFuture<WebSocket> socket(
      URI address, Duration patience, WebSocket.Listener listener) {
    return client.newWebSocketBuilder().connectTimeout(patience).buildAsync(address, listener);
  }

  /** Lets the connections go that this exchange was sent over; others on them end in peace. */
  synchronized void renew(Sent sent) {
    if (sent.over() == client && !closed) {
      client.shutdown();
      client = build();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    client.shutdownNow();
  }

  private static HttpClient build() {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .build();
  }

  /** An exchange under way. */
  record Sent(HttpClient over, CompletableFuture<HttpResponse<byte[]>> answer) {}
}
