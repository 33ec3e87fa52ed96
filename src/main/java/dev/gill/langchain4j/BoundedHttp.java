package dev.gill.langchain4j;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The HTTP client of a chat model: it follows no redirects, which would carry a key elsewhere,
 * reads no more than an answer can be, and repeats nothing that a server says of an error.
 */
final class BoundedHttp implements HttpClientBuilder, HttpClient {
  private static final int LONGEST = 1_000_000;
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final java.net.http.HttpClient client;
  private Duration patience;

  /** An answer is longer than one can be. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  BoundedHttp(Duration patience) {
    this.patience = patience;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING.compareTo(patience) < 0 ? CONNECTING : patience)
            .build();
  }

  @Override
  public Duration connectTimeout() {
    return CONNECTING;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return patience;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    patience = timeout == null ? patience : timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return this;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    return send(request, BoundedHttp::read);
  }

  /** By the thread that calls, which returns once the reply has come to an end. */
  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    send(
        request,
        (response, body) -> {
          Events.read(response, body, parser, listener);
          return null;
        });
  }

  /** Makes something of a reply. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(HttpResponse<?> response, InputStream body) throws IOException;
  }

  private <T> T send(HttpRequest request, Reading<T> reading) {
    var asked =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(patience)
            .method(
                request.method().name(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()));
    request.headers().forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
    try {
      HttpResponse<InputStream> response = client.send(asked.build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        checkStatus(response);
        return reading.read(response, body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted"));
    }
  }

  private static void checkStatus(HttpResponse<?> response) {
    if (response.statusCode() < OK || response.statusCode() >= MULTIPLE_CHOICES) {
      throw new HttpException(response.statusCode(), "status " + response.statusCode());
    }
  }

  /** All of it. */
  static SuccessfulHttpResponse read(HttpResponse<?> response, InputStream body)
      throws IOException {
    byte[] read = body.readNBytes(LONGEST + 1);
    if (read.length > LONGEST) {
      throw new TooLongException();
    }
    return answer(response, new String(read, StandardCharsets.UTF_8));
  }

  /** What came, with this for its body. */
  static SuccessfulHttpResponse answer(HttpResponse<?> response, String body) {
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers().map())
        .body(body)
        .build();
  }
}
