package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.Secret;
import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks the open platform as the configured app. One thread at a time. */
final class LarkApi {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json; charset=utf-8";

  /** A token is renewed so long before it ends. */
  private static final Duration EARLY = Duration.ofMinutes(5);

  private static final int MOST_PAGES = 10_000;

  /** The token is missing, of no known form, or over. */
  private static final Set<Integer> TOKEN =
      Set.of(99991661, 99991663, 99991664, 99991668, 99991671, 99991677);

  private final App app;
  private final HostClient client;
  private final InstantSource clock;
  private final Refusals refusals;
  private Optional<Credential> token = Optional.empty();
  private Instant until = Instant.MIN;
  private long serverTime;

  LarkApi(App app, HostClient client, InstantSource clock) {
    this.app = app;
    this.client = client;
    this.clock = clock;
    this.refusals = new Refusals(app.source());
  }

  /** The server's time at its last answer, in seconds since 1970. */
  long serverTime() {
    return serverTime;
  }

  /** What is said of refusals that concern more than one document. */
  Refusals refusals() {
    return refusals;
  }

  /** What {@code data} holds; the path's variable parts are percent-encoded. */
  JsonNode get(String path, Map<String, String> query)
      throws SourceException, LarkException, InterruptedException {
    return json(Ask.get(path + Paths.query(query))).path("data");
  }

  JsonNode get(String path) throws SourceException, LarkException, InterruptedException {
    return get(path, Map.of());
  }

  /** Asks by a body; none of these requests changes anything. */
  JsonNode post(String path, Map<String, String> query, JsonNode body)
      throws SourceException, LarkException, InterruptedException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return json(Ask.post(path + Paths.query(query), JSON_TYPE, bytes).again()).path("data");
  }

  /** A file as it is. */
  byte[] file(String path, Map<String, String> query)
      throws SourceException, LarkException, InterruptedException {
    byte[] body = signedIn(Ask.get(path + Paths.query(query)));
    if (body.length > 0 && body[0] == '{') {
      refuse(tree(body)); // an error with status 200
    }
    return body;
  }

  /** All items of a list that comes in pages. */
  List<JsonNode> all(String path, Map<String, String> query, String items)
      throws SourceException, LarkException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    Map<String, String> asked = new TreeMap<>(query);
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode data = get(path, asked);
      data.path(items).forEach(all::add);
      String next = data.path("page_token").asText();
      if (!data.path("has_more").asBoolean() || next.isEmpty()) {
        return all;
      }
      asked.put("page_token", next);
    }
    throw refusals.nonsense();
  }

  /** Signs in, if that has not been done. */
  void signIn() throws SourceException, InterruptedException {
    credential();
  }

  private JsonNode json(Ask ask) throws SourceException, LarkException, InterruptedException {
    JsonNode answer = tree(signedIn(ask));
    refuse(answer);
    return answer;
  }

  private byte[] signedIn(Ask ask) throws SourceException, LarkException, InterruptedException {
    try {
      return body(ask.as(credential()));
    } catch (LarkException e) {
      if (!TOKEN.contains(e.code())) {
        throw e;
      }
      token = Optional.empty();
      return body(ask.as(credential()));
    }
  }

  private byte[] body(Ask ask) throws SourceException, LarkException, InterruptedException {
    return switch (client.ask(ask)) {
      case HttpAnswer.Found found -> {
        serverTime = ServerTime.of(found.headers(), clock);
        yield checked(found.body());
      }
      case HttpAnswer.Refused refused -> {
        refuse(tree(refused.body()));
        throw new LarkException(refused.status(), Set.of());
      }
      case HttpAnswer.Missing missing -> throw new LarkException(missing.status(), Set.of());
      case HttpAnswer.Unchanged same -> throw refusals.nonsense();
    };
  }

  /** A token that is over may be answered with status 200. */
  private byte[] checked(byte[] body) throws SourceException, LarkException {
    if (body.length > 0 && body.length < 4096 && body[0] == '{') {
      int code = tree(body).path("code").asInt();
      if (TOKEN.contains(code)) {
        throw new LarkException(code, Set.of());
      }
    }
    return body;
  }

  private void refuse(JsonNode answer) throws SourceException, LarkException {
    int code = answer.path("code").asInt();
    if (code != 0) {
      refusals.whole(code);
      throw new LarkException(code, Refusals.scopes(answer));
    }
  }

  private JsonNode tree(byte[] body) throws SourceException {
    try {
      JsonNode read = JSON.readTree(body);
      if (read instanceof ObjectNode) {
        return read;
      }
    } catch (IOException e) {
      throw refusals.nonsense();
    }
    throw refusals.nonsense();
  }

  private Credential credential() throws SourceException, InterruptedException {
    if (token.isEmpty() || !clock.instant().isBefore(until)) {
      ObjectNode body = JSON.createObjectNode();
      body.put("app_id", app.id());
      body.put("app_secret", app.secret().reveal());
      Ask ask =
          Ask.post(
                  "open-apis/auth/v3/tenant_access_token/internal",
                  JSON_TYPE,
                  body.toString().getBytes(StandardCharsets.UTF_8))
              .again();
      JsonNode answer =
          switch (client.ask(ask)) {
            case HttpAnswer.Found found -> tree(found.body());
            case HttpAnswer.Refused refused -> tree(refused.body());
            case HttpAnswer.Missing missing -> throw refusals.nonsense();
            case HttpAnswer.Unchanged same -> throw refusals.nonsense();
          };
      refusals.whole(answer.path("code").asInt());
      String given = answer.path("tenant_access_token").asText();
      if (given.isEmpty()) {
        throw refusals.app();
      }
      Duration lasts = Duration.ofSeconds(answer.path("expire").asLong()).minus(EARLY);
      until = clock.instant().plus(lasts.isPositive() ? lasts : EARLY);
      token = Optional.of(new Credential.Bearer(Secret.of(given)));
    }
    return token.get();
  }
}
