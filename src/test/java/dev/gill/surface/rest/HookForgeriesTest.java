package dev.gill.surface.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.surface.Mangling;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.signing.Hmac;
import dev.gill.surface.signing.LarkCipher;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand hooks that nobody sent whose word counts: none is taken, and nothing breaks. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class HookForgeriesTest {
  private static final int ROUNDS = 1_000;
  private static final String SECRET = SmallHouse.HOOK_SECRET;
  private static final String PUSH = "{\"ref\":\"refs/heads/main\",\"n\":%d}";
  private static final String MESSAGE =
      "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"n\":%d}}";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  private final Random random = new Random(20261130);
  private final Mangling mangling = new Mangling(random);

  /** One request: where to, with which headers, and what. */
  private record Sent(String path, Map<String, String> headers, byte[] body) {}

  @BeforeEach
  void nobodyLooked() {
    house.clear();
  }

  @Test
  void none_is_taken_and_each_gets_the_right_status() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Sent once = slack(SECRET, SmallHouse.NOW, MESSAGE.formatted(-1));
      assertThat(send(client, once)).isEqualTo(202);
      assertThat(house.sources.carried).hasSize(1);
      for (int i = 0; i < ROUNDS; i++) {
        Sent sent = i % 13 == 0 ? once : forged(i);
        assertThat(send(client, sent)).as("kind %d: %s", i % 13, sent.headers()).isEqualTo(404);
      }
      assertThat(house.sources.carried).as("that one alone").hasSize(1);
      assertThat(send(client, gitHub(SECRET, PUSH.formatted(0)))).isEqualTo(202);
    }
  }

  private Sent forged(int i) throws Exception {
    String push = PUSH.formatted(i);
    String message = MESSAGE.formatted(i);
    Instant now = SmallHouse.NOW;
    return switch (i % 13) {
      case 1 -> gitHub("another-secret-88", push);
      case 2 -> changed(gitHub(SECRET, push), push);
      case 3 -> cut(gitHub(SECRET, push));
      case 4 -> new Sent("/api/hooks/team", Map.of("X-Gitlab-Token", drawn(SECRET)), bytes(push));
      case 5 -> new Sent("/api/hooks/team/" + drawn(SECRET), Map.of(), bytes(push));
      case 6 -> slack("another-secret-88", now, message);
      case 7 -> slack(SECRET, now.minusSeconds(302 + random.nextInt(100_000)), message);
      case 8 -> slack(SECRET, now.plusSeconds(302 + random.nextInt(100_000)), message);
      case 9 -> changed(slack(SECRET, now, message), message);
      case 10 -> lark("another-secret-88", now, i);
      case 11 -> lark(SECRET, now.minusSeconds(302 + random.nextInt(100_000)), i);
      default -> changed(lark(SECRET, now, i), "{\"encrypt\":\"AAAA\"}");
    };
  }

  private Sent gitHub(String secret, String body) {
    return new Sent(
        "/api/hooks/team",
        Map.of("X-Hub-Signature-256", "sha256=" + Hmac.hex(secret, bytes(body))),
        bytes(body));
  }

  private static Sent slack(String secret, Instant at, String body) {
    String seconds = Long.toString(at.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Slack-Request-Timestamp", seconds);
    headers.put("X-Slack-Signature", "v0=" + Hmac.slack(secret, seconds, bytes(body)));
    return new Sent("/api/hooks/team", headers, bytes(body));
  }

  private static Sent lark(String secret, Instant at, int i) throws Exception {
    byte[] body =
        LarkHooksTest.encrypted(secret, "{\"header\":{\"event_id\":\"forged-%d\"}}".formatted(i));
    String seconds = Long.toString(at.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Lark-Request-Timestamp", seconds);
    headers.put("X-Lark-Request-Nonce", "n" + i);
    headers.put("X-Lark-Signature", LarkCipher.signature(seconds, "n" + i, secret, body));
    return new Sent("/api/hooks/team", headers, body);
  }

  /** Something else than what was signed. */
  private Sent changed(Sent sent, String right) {
    byte[] other = mangling.of(right);
    return new String(other, StandardCharsets.UTF_8).equals(right)
        ? new Sent(sent.path(), sent.headers(), bytes(right + " "))
        : new Sent(sent.path(), sent.headers(), other);
  }

  /** With a part of each proof. */
  private Sent cut(Sent sent) {
    Map<String, String> headers = new LinkedHashMap<>();
    sent.headers()
        .forEach(
            (name, value) -> headers.put(name, value.substring(0, random.nextInt(value.length()))));
    return new Sent(sent.path(), headers, sent.body());
  }

  /** A secret that is like this one. */
  private String drawn(String secret) {
    int at = random.nextInt(secret.length());
    return secret.substring(0, at) + (char) ('A' + random.nextInt(26)) + secret.substring(at);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private int send(HttpClient client, Sent sent) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve(sent.path()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(sent.body()));
    sent.headers().forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
