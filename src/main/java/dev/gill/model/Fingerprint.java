package dev.gill.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A chunk's identity: the first 128 bits of the SHA-256 of exactly the text that is embedded, as 32
 * hex digits.
 */
public record Fingerprint(String hex) {
  public Fingerprint {
    if (hex.length() != 32) {
      throw new IllegalArgumentException("a fingerprint has 32 hex digits, not " + hex.length());
    }
  }

  /** The fingerprint of a text that is to be embedded. */
  public static Fingerprint of(String embedded) {
    byte[] digest = sha256().digest(embedded.getBytes(StandardCharsets.UTF_8));
    return new Fingerprint(HexFormat.of().formatHex(digest, 0, 16));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
