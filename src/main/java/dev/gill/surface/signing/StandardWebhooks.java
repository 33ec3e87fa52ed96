package dev.gill.surface.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signatures as GitLab makes them, by the specification <a
 * href="https://www.standardwebhooks.com">Standard Webhooks</a>: the HMAC-SHA256 of id, time in
 * seconds since 1970 and body.
 */
public final class StandardWebhooks {
  private static final String SECRET = "whsec_";
  private static final String VERSION = "v1,";

  private StandardWebhooks() {}

  /** Whether a secret is one of these: {@code whsec_} and at least 24 bytes in base64. */
  public static boolean isSecret(String secret) {
    return secret.matches(SECRET + "[A-Za-z0-9+/]{32,}={0,2}") && key(secret).length > 0;
  }

  /**
   * What is written into {@code webhook-signature}.
   *
   * @param secret as {@link #isSecret} wants it
   */
  public static String signature(String secret, String id, String seconds, byte[] body) {
    byte[] head = "%s.%s.".formatted(id, seconds).getBytes(StandardCharsets.UTF_8);
    return VERSION + Base64.getEncoder().encodeToString(Hmac.of(key(secret), head, body));
  }

  /** Whether one of the signatures, which are parted by spaces, is right. */
  public static boolean signed(
      String secret, String id, String seconds, byte[] body, String signatures) {
    if (!isSecret(secret)) {
      return false;
    }
    String right = signature(secret, id, seconds, body);
    return Arrays.stream(signatures.split(" ")).anyMatch(each -> Hmac.same(right, each));
  }

  /** Empty if it is no base64. */
  private static byte[] key(String secret) {
    try {
      return Base64.getDecoder().decode(secret.substring(SECRET.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
