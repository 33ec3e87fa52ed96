package dev.gill.surface.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.surface.signing.Hmac;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlackRequestsTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:03Z");

  private Instant now = NOW;
  private final SlackRequests requests = new SlackRequests(SECRET, () -> now);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String at(Instant time) {
    return Long.toString(time.getEpochSecond());
  }

  private SlackRequests.Request read(Instant signed, byte[] body) {
    return requests.read(at(signed), "v0=" + Hmac.slack(SECRET, at(signed), body), body);
  }

  private static byte[] command(String text) {
    return bytes(
        "token=x&team_id=T1&channel_id=C1&user_id=U1&command=%2Fgill&text="
            + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  /** Slack's own example, from its page on verifying requests. */
  @Test
  void the_signature_is_slacks() {
    byte[] body =
        bytes(
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");
    assertThat(Hmac.slack(SECRET, "1531420618", body))
        .isEqualTo("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void what_slack_signed_is_taken_once_while_it_is_fresh() {
    assertThat(read(NOW, command("hi"))).isInstanceOf(SlackRequests.Request.Command.class);
    assertThat(read(NOW, command("hi")))
        .as("replayed")
        .isInstanceOf(SlackRequests.Request.Refused.class);
    assertThat(read(NOW.minusSeconds(299), command("hi")))
        .isInstanceOf(SlackRequests.Request.Command.class);
    assertThat(read(NOW.minusSeconds(301), command("hi")))
        .isInstanceOf(SlackRequests.Request.Refused.class);
    assertThat(read(NOW.plusSeconds(301), command("hi")))
        .isInstanceOf(SlackRequests.Request.Refused.class);
  }

  @Test
  void a_thousand_forged_stale_replayed_and_mangled_requests_are_refused() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      byte[] body = command("question " + i);
      String seconds = at(NOW);
      String right = "v0=" + Hmac.slack(SECRET, seconds, body);
      SlackRequests.Request refused =
          switch (i % 10) {
            case 0 -> requests.read(seconds, right, flipped(body, random));
            case 1 ->
                requests.read(seconds, "v0=" + Hmac.slack("another secret", seconds, body), body);
            case 2 -> {
              String old = at(NOW.minusSeconds(301 + random.nextInt(100_000)));
              yield requests.read(old, "v0=" + Hmac.slack(SECRET, old, body), body);
            }
            case 3 -> {
              requests.read(seconds, right, body);
              yield requests.read(seconds, right, body);
            }
            case 4 -> requests.read(seconds, right.substring(0, right.length() - 1), body);
            case 5 -> requests.read(null, right, body);
            case 6 -> requests.read(seconds, null, body);
            case 7 -> requests.read(at(NOW.plusSeconds(1)), right, body);
            case 8 -> requests.read(noise(random), noise(random), body);
            default -> requests.read(seconds, right.toUpperCase(Locale.ROOT), body);
          };
      assertThat(refused).as("%d", i).isInstanceOf(SlackRequests.Request.Refused.class);
    }
  }

  /** What Slack itself would sign and cannot be read is said to be so, and breaks nothing. */
  @Test
  void what_is_signed_and_makes_no_sense_is_unreadable() {
    Random random = new Random(2);
    byte[] event = bytes("{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\"}}");
    for (int i = 0; i < 1_000; i++) {
      byte[] body =
          switch (i % 4) {
            case 0 -> Arrays.copyOf(event, random.nextInt(event.length - 2));
            case 1 -> bytes("payload=%7B" + i);
            case 2 -> bytes("command%ZZ" + i + "=%");
            default ->
                new byte[] {(byte) 0xC3, (byte) (random.nextInt(64)), (byte) i, (byte) (i >> 8)};
          };
      now = NOW.plusSeconds(i);
      assertThat(read(now, body))
          .as("%d: %s", i, new String(body, StandardCharsets.UTF_8))
          .isInstanceOf(SlackRequests.Request.Unreadable.class);
    }
  }

  private static byte[] flipped(byte[] body, Random random) {
    byte[] flipped = body.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      noise.append((char) random.nextInt(0x3000));
    }
    return noise.toString();
  }
}
