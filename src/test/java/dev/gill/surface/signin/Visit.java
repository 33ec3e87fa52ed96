package dev.gill.surface.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser as far as sign-in goes: it keeps cookies, and follows nothing by itself. */
final class Visit {
  static final String SESSION = "__Host-gill-session";
  static final String ATTEMPT = "__Host-gill-signing-in";

  private final HttpClient client;
  private final URI home;
  private final Map<String, String> cookies = new TreeMap<>();

  Visit(HttpClient client, URI home) {
    this.client = client;
    this.home = home;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  /** Opens a page. */
  HttpResponse<String> open(String path) {
    return send(request(path).header("Accept", "text/html").GET());
  }

  /** Asks the interface, as a script of a page does. */
  HttpResponse<String> get(String path) {
    return send(request(path).header("Accept", "application/json").GET());
  }

  /** Sends a form of a page of this Gill. */
  HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(home.toString().replaceAll("/$", "") + path));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      for (String set : answer.headers().allValues("Set-Cookie")) {
        String pair = set.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (set.contains("Max-Age=0")) {
          cookies.remove(name);
        } else {
          cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Begins to sign in, and returns where the provider is to be found. */
  URI start(String to) {
    return location(open("/signin/start?to=" + to));
  }

  /** Comes back from the provider. */
  HttpResponse<String> back(URI attempt, String code) {
    String state = StandInProvider.query(attempt.getRawQuery()).get("state");
    return open("/signin/callback?code=%s&state=%s".formatted(code, state));
  }

  static URI location(HttpResponse<?> answer) {
    return URI.create(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError("leads nowhere: " + answer.statusCode())));
  }
}
