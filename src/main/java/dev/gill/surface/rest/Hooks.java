package dev.gill.surface.rest;

import dev.gill.model.SourceId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may have a source looked at. A hook says nothing but "look now": what it carries is signed,
 * but not read, so a replayed one costs a look and brings nothing else.
 */
public final class Hooks {
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<SourceId, String> secrets;
  private final LookPace pace;

  /**
   * @param secrets of the sources that have a hook
   * @param pace how often each may be looked at
   */
  public Hooks(Map<SourceId, String> secrets, LookPace pace) {
    this.secrets = new TreeMap<>(secrets);
    this.pace = pace;
  }

  /** What a request offers to prove that it may. */
  sealed interface Proof {
    /** A secret, in the path or in a header. */
    record Secret(String offered) implements Proof {}

    /** The hexadecimal HMAC-SHA256 of the body. */
    record Signature(String hex, byte[] body) implements Proof {}
  }

  /** Has the source looked at if the proof holds; says nothing of why not. */
  boolean look(SourceId source, Optional<Proof> proof) {
    String secret = secrets.get(source);
    boolean proved = secret != null && proof.filter(p -> holds(secret, p)).isPresent();
    if (proved) {
      pace.look(source);
    }
    return proved;
  }

  private static boolean holds(String secret, Proof proof) {
    return switch (proof) {
      case Proof.Secret(String offered) -> same(secret, offered);
      case Proof.Signature(String hex, byte[] body) -> same(signature(secret, body), hex);
    };
  }

  /** In a time that does not say how much of it is right. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
