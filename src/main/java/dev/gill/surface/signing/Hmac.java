package dev.gill.surface.signing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104), and comparing without saying how much is right. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  /** The HMAC of several stretches, one after the other. */
  public static byte[] of(String secret, byte[]... stretches) {
    return of(secret.getBytes(StandardCharsets.UTF_8), stretches);
  }

  static byte[] of(byte[] key, byte[]... stretches) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (byte[] stretch : stretches) {
        mac.update(stretch);
      }
      return mac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /** The same in hexadecimal digits. */
  public static String hex(String secret, byte[]... stretches) {
    return HexFormat.of().formatHex(of(secret, stretches));
  }

  /** Slack's signature, version 0: of the version, the time in seconds since 1970 and the body. */
  public static String slack(String secret, String seconds, byte[] body) {
    return hex(secret, "v0:%s:".formatted(seconds).getBytes(StandardCharsets.UTF_8), body);
  }

  /** Whether both are the same, found out in a time that does not say how much of it is. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
