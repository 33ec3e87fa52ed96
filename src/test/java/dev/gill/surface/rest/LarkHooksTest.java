package dev.gill.surface.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import dev.gill.surface.signing.LarkCipher;
import dev.gill.surface.signing.LarkRequests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Lark's events have a source looked at, and nobody else's do. */
class LarkHooksTest {
  private static final SourceId WIKI = new SourceId("wiki");
  private static final String KEY = "tulip-88-tulip-88";
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final List<SourceId> looked = new ArrayList<>();
  private final List<String> carried = new ArrayList<>();
  private Instant now = NOW;

  private final LarkHooks hooks =
      new LarkHooks(
          Map.of(WIKI, KEY),
          Map.of(WIKI, "token-1"),
          (source, body) -> carried.add(new String(body, StandardCharsets.UTF_8)),
          new LookPace(looked::add, () -> now, _ -> Runnable::run),
          () -> now);

  /** As Lark encrypts. */
  static byte[] encrypted(String key, String plain) throws Exception {
    byte[] iv = Arrays.copyOf("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), 16);
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    byte[] hashed =
        MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hashed, "AES"), new IvParameterSpec(iv));
    byte[] hidden = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
    byte[] all = Arrays.copyOf(iv, iv.length + hidden.length);
    System.arraycopy(hidden, 0, all, iv.length, hidden.length);
    return "{\"encrypt\":\"%s\"}"
        .formatted(Base64.getEncoder().encodeToString(all))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String event(String id, String token) {
    return """
    {"schema":"2.0","header":{"event_id":"%s","token":"%s","event_type":"drive.file.edit_v1"},"event":{"file_token":"x"}}\
    """
        .formatted(id, token);
  }

  private static LarkRequests.Signed signed(Instant at, String nonce, byte[] body) {
    String timestamp = Long.toString(at.getEpochSecond());
    return new LarkRequests.Signed(
        Optional.of(timestamp),
        Optional.of(nonce),
        Optional.of(LarkCipher.signature(timestamp, nonce, KEY, body)));
  }

  private static LarkRequests.Signed unsigned() {
    return new LarkRequests.Signed(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private String take(LarkRequests.Signed signed, byte[] body) {
    return hooks.take(WIKI, signed, body).toString();
  }

  @Test
  void an_event_of_lark_has_the_source_looked_at() throws Exception {
    byte[] body = encrypted(KEY, event("e1", "token-1"));

    assertThat(take(signed(NOW, "n1", body), body)).startsWith("Taken");
    assertThat(looked).containsExactly(WIKI);
    assertThat(carried).hasSize(1).first().asString().contains("drive.file.edit_v1");
  }

  @Test
  void the_same_event_counts_once_however_often_it_comes() throws Exception {
    byte[] body = encrypted(KEY, event("e1", "token-1"));
    take(signed(NOW, "n1", body), body);
    now = NOW.plusSeconds(30);

    assertThat(take(signed(NOW, "n1", body), body)).as("replayed").startsWith("Refused");
    assertThat(take(signed(now, "n2", body), body)).as("sent again").startsWith("Taken");
    assertThat(looked).hasSize(1);
  }

  @Test
  void what_is_too_old_forged_or_of_another_app_counts_for_nothing() throws Exception {
    byte[] body = encrypted(KEY, event("e1", "token-1"));
    byte[] foreign = encrypted(KEY, event("e1", "token-2"));
    byte[] wrongKey = encrypted("another-key-another", event("e1", "token-1"));
    byte[] open = event("e1", "token-1").getBytes(StandardCharsets.UTF_8);

    assertThat(take(signed(NOW.minus(Duration.ofMinutes(6)), "n", body), body))
        .startsWith("Refused");
    assertThat(take(signed(NOW.plus(Duration.ofMinutes(6)), "n", body), body))
        .startsWith("Refused");
    assertThat(take(unsigned(), body)).startsWith("Refused");
    assertThat(take(signed(NOW, "n", foreign), body)).startsWith("Refused");
    assertThat(take(signed(NOW, "n", foreign), foreign)).startsWith("Refused");
    assertThat(take(signed(NOW, "n", wrongKey), wrongKey)).startsWith("Refused");
    assertThat(take(signed(NOW, "n", open), open)).startsWith("Refused");
    assertThat(take(signed(NOW, "n", new byte[0]), new byte[0])).startsWith("Refused");
    assertThat(hooks.take(new SourceId("other"), signed(NOW, "n", body), body).toString())
        .startsWith("Refused");
    assertThat(looked).isEmpty();
  }

  @Test
  void a_challenge_is_answered_only_if_it_was_encrypted_with_the_key() throws Exception {
    String challenge =
        "{\"challenge\":\"ajls384kdjx98XX\",\"token\":\"token-1\",\"type\":\"url_verification\"}";
    byte[] body = encrypted(KEY, challenge);

    assertThat(take(unsigned(), body)).isEqualTo("Challenge[word=ajls384kdjx98XX]");
    assertThat(take(signed(NOW, "n", body), body)).startsWith("Challenge");
    assertThat(take(signed(NOW, "n", new byte[1]), body))
        .as("wrongly signed")
        .startsWith("Refused");
    byte[] open = challenge.getBytes(StandardCharsets.UTF_8);
    assertThat(take(unsigned(), open)).startsWith("Refused");
    byte[] foreign = encrypted(KEY, challenge.replace("token-1", "token-2"));
    assertThat(take(unsigned(), foreign)).startsWith("Refused");
    assertThat(looked).isEmpty();
  }
}
