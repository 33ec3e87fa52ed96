package dev.gill.surface.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.surface.chat.ChatException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Calls the open platform as the app. Waits where the platform asks for a pause. */
final class LarkApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A token is renewed so long before it ends. */
  private static final Duration EARLY = Duration.ofMinutes(5);

  private static final int ATTEMPTS = 4;
  private static final long LONGEST_PAUSE_SECONDS = 60;

  /** Too many requests, of one kind or in all. */
  private static final Set<Integer> BUSY = Set.of(99991400, 11232, 11233, 230020);

  /** The token is missing, of no known form, or over. */
  private static final Set<Integer> TOKEN =
      Set.of(99991661, 99991663, 99991664, 99991668, 99991671, 99991677);

  private final LarkSurfaceSettings settings;
  private final InstantSource clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private String token = "";
  private Instant until = Instant.MIN;

  LarkApi(LarkSurfaceSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What {@code data}, or {@code bot}, of an answer holds. */
  JsonNode get(String path) throws ChatException, InterruptedException {
    return call("GET", path, null);
  }

  JsonNode post(String path, ObjectNode body) throws ChatException, InterruptedException {
    return call("POST", path, body);
  }

  JsonNode patch(String path, ObjectNode body) throws ChatException, InterruptedException {
    return call("PATCH", path, body);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode call(String method, String path, ObjectNode body)
      throws ChatException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> response =
          send(request(path, body).header("Authorization", "Bearer " + token()), method, body);
      JsonNode answer = read(response, path);
      int code = answer.path("code").asInt(-1);
      if (code == 0) {
        return answer.has("data") ? answer.path("data") : answer;
      }
      boolean busy = response.statusCode() == 429 || BUSY.contains(code);
      boolean over = TOKEN.contains(code);
      if (attempt >= ATTEMPTS || !(busy || over)) {
        throw new ChatException("Lark refuses %s with code %d.".formatted(place(path), code));
      }
      if (over) {
        forget();
      } else {
        pause(response, attempt);
      }
    }
  }

  private static void pause(HttpResponse<byte[]> response, int attempt)
      throws InterruptedException {
    String reset =
        response
            .headers()
            .firstValue("x-ogw-ratelimit-reset")
            .or(() -> response.headers().firstValue("Retry-After"))
            .orElse("");
    long seconds = reset.matches("\\d{1,4}") ? Long.parseLong(reset) : attempt;
    TimeUnit.SECONDS.sleep(Math.clamp(seconds, 1, LONGEST_PAUSE_SECONDS));
  }

  private synchronized String token() throws ChatException, InterruptedException {
    if (clock.instant().isBefore(until)) {
      return token;
    }
    ObjectNode body =
        JSON.createObjectNode()
            .put("app_id", settings.appId())
            .put("app_secret", settings.appSecret());
    String path = "open-apis/auth/v3/tenant_access_token/internal";
    JsonNode answer = read(send(request(path, body), "POST", body), path);
    token = answer.path("tenant_access_token").asText();
    if (token.isEmpty()) {
      throw new ChatException(
          "Lark does not know the app: check gill.surfaces.lark.app-id and app-secret.");
    }
    Duration lasts = Duration.ofSeconds(answer.path("expire").asLong()).minus(EARLY);
    until = clock.instant().plus(lasts.isPositive() ? lasts : EARLY);
    return token;
  }

  private synchronized void forget() {
    until = Instant.MIN;
  }

  private HttpRequest.Builder request(String path, ObjectNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.platform() + path)).timeout(PATIENCE);
    return body == null
        ? request
        : request.header("Content-Type", "application/json; charset=utf-8");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request, String method, ObjectNode body)
      throws ChatException, InterruptedException {
    try {
      return client.send(
          request
              .method(
                  method,
                  body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
              .build(),
          BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new ChatException("Lark does not answer.", e);
    }
  }

  private static JsonNode read(HttpResponse<byte[]> response, String path) throws ChatException {
    try {
      JsonNode answer = JSON.readTree(response.body());
      if (answer != null && answer.isObject()) {
        return answer;
      }
    } catch (IOException e) {
      throw nonsense(response, path);
    }
    throw nonsense(response, path);
  }

  private static ChatException nonsense(HttpResponse<byte[]> response, String path) {
    return new ChatException(
        "Lark answers %s with status %d and no JSON."
            .formatted(place(path), response.statusCode()));
  }

  /** Which method it is, without what it is asked of. */
  private static String place(String path) {
    String plain = path.replaceAll("\\?.*", "").replace("open-apis/", "");
    return plain.replaceAll("/(o[umc]_|on_)[^/]*", "/…");
  }
}
