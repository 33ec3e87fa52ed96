package dev.gill.surface.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Lark hides and signs what it sends: AES-256 in CBC mode under the SHA-256 of the Encrypt Key,
 * the first block being the initialization vector; and the SHA-256 of time, nonce, key and body.
 */
public final class LarkCipher {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 16;

  private LarkCipher() {}

  /** What a body {@code {"encrypt":"…"}} holds; empty if it was not made with this key. */
  public static Optional<JsonNode> plain(String key, byte[] body) {
    try {
      byte[] hidden = Base64.getDecoder().decode(JSON.readTree(body).path("encrypt").asText());
      if (hidden.length < 2 * BLOCK) {
        return Optional.empty();
      }
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(sha256(key.getBytes(StandardCharsets.UTF_8)), "AES"),
          new IvParameterSpec(hidden, 0, BLOCK));
      JsonNode plain = JSON.readTree(cipher.doFinal(hidden, BLOCK, hidden.length - BLOCK));
      return Optional.ofNullable(plain).filter(JsonNode::isObject);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The signature of a body. */
  public static String signature(String timestamp, String nonce, String key, byte[] body) {
    byte[] head = (timestamp + nonce + key).getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return HexFormat.of().formatHex(sha256(all));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
