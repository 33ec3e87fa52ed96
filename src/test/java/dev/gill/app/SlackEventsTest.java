package dev.gill.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.TemporaryFolder;
import dev.gill.source.slack.SlackServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The real Gill answers from an edited reply in an old thread as soon as Slack says so, a day
 * before it would have looked.
 */
@QuarkusTest
@TestProfile(SlackEventsTest.Workspace.class)
@Tag("slow")
class SlackEventsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  /** A workspace of two people and a channel that everybody may read. */
  public static final class Workspace implements QuarkusTestProfile {
    private static String url() {
      try {
        return SlackServer.url();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      String url = url();
      return Map.of(
          "gill.data",
          TemporaryFolder.untilExit("gill-slack-events-").toString(),
          "gill.sources.chat.type",
          "slack",
          "gill.sources.chat.token",
          SlackServer.TOKEN,
          "gill.sources.chat.url",
          url,
          "gill.sources.chat.internal-hosts",
          URI.create(url).getAuthority(),
          "gill.sources.chat.audience",
          "everyone",
          "gill.sources.chat.every",
          "1h",
          "gill.hooks.chat.secret",
          SECRET);
    }
  }

  private static String answer() {
    return given()
        .contentType("application/json")
        .body(Map.of("question", "How long are backups of the wiki kept?"))
        .post("/api/ask")
        .jsonPath()
        .getString("answer");
  }

  private static int event(String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = "v0:%d:%s".formatted(now, body).getBytes(StandardCharsets.UTF_8);
    return given()
        .header("X-Slack-Request-Timestamp", Long.toString(now))
        .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(mac.doFinal(signed)))
        .contentType("application/json")
        .body(body)
        .post("/api/hooks/chat")
        .statusCode();
  }

  @Test
  void an_edited_reply_in_an_old_thread_is_answered_from_when_its_event_comes() throws Exception {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(answer()).contains("35 days"));
    String edited = SlackServer.editAnswer("Backups of the wiki are kept for 42 days.");

    assertThat(event(edited)).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(answer()).contains("42 days").doesNotContain("35 days"));
  }
}
