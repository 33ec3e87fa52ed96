package dev.gill.surface.dingtalk;

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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks DingTalk who somebody is, and answers by the address that came with a message. */
final class DingTalkApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration EARLY = Duration.ofMinutes(5);

  private final DingTalkSettings settings;
  private final InstantSource clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private String token = "";
  private Instant until = Instant.MIN;

  DingTalkApi(DingTalkSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The address of somebody's mailbox in the organization; empty if they have none there. */
  Optional<String> orgEmail(String staff) throws ChatException, InterruptedException {
    JsonNode answer =
        call(
            "topapi/v2/user/get?access_token=" + encoded(token()),
            JSON.createObjectNode().put("userid", staff));
    return Stream.of(answer.path("result").path("org_email").asText())
        .filter(address -> address.contains("@"))
        .findFirst();
  }

  /** The code that asking for somebody who is not there is answered with. */
  int codeOfNobody() throws ChatException, InterruptedException {
    return send(
            HttpRequest.newBuilder(
                URI.create(
                    settings.platform() + "topapi/v2/user/get?access_token=" + encoded(token()))),
            JSON.createObjectNode().put("userid", "gill-asks-for-nobody"))
        .path("errcode")
        .asInt(-1);
  }

  /** Says something where a message came from. */
  void say(String address, String title, String markdown)
      throws ChatException, InterruptedException {
    ObjectNode message = JSON.createObjectNode().put("msgtype", "markdown");
    message.putObject("markdown").put("title", title).put("text", markdown);
    checked(send(HttpRequest.newBuilder(URI.create(address)), message), "a message");
  }

  /** Whether an address is one of DingTalk's own. */
  boolean isOwn(String address) {
    try {
      URI uri = URI.create(address);
      return settings.platform().getHost().equals(uri.getHost())
          && settings.platform().getScheme().equals(uri.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  synchronized String token() throws ChatException, InterruptedException {
    if (clock.instant().isBefore(until)) {
      return token;
    }
    JsonNode answer =
        read(
            HttpRequest.newBuilder(
                    URI.create(
                        settings.platform()
                            + "gettoken?appkey=%s&appsecret=%s"
                                .formatted(
                                    encoded(settings.appKey()), encoded(settings.appSecret()))))
                .timeout(PATIENCE)
                .build());
    token = answer.path("access_token").asText();
    if (token.isEmpty()) {
      throw new ChatException(
          "DingTalk does not know the app: check gill.surfaces.dingtalk.app-key and app-secret.");
    }
    until = clock.instant().plusSeconds(answer.path("expires_in").asLong()).minus(EARLY);
    return token;
  }

  private JsonNode call(String path, ObjectNode body) throws ChatException, InterruptedException {
    JsonNode answer = send(HttpRequest.newBuilder(URI.create(settings.platform() + path)), body);
    return checked(answer, path.replaceAll("\\?.*", ""));
  }

  private static JsonNode checked(JsonNode answer, String what) throws ChatException {
    int code = answer.path("errcode").asInt(-1);
    if (code != 0) {
      throw new ChatException("DingTalk refuses %s with code %d.".formatted(what, code));
    }
    return answer;
  }

  private JsonNode send(HttpRequest.Builder request, ObjectNode body)
      throws ChatException, InterruptedException {
    return read(
        request
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private JsonNode read(HttpRequest request) throws ChatException, InterruptedException {
    try {
      JsonNode answer = JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
      if (answer != null && answer.isObject()) {
        return answer;
      }
    } catch (IOException e) {
      throw new ChatException("DingTalk does not answer.", e);
    }
    throw new ChatException("DingTalk does not answer with JSON.");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
