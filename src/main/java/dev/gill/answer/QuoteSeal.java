package dev.gill.answer;

import dev.gill.model.DocId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs quotes, so that a link that carries one can be told from a link that somebody made up
 * (HMAC-SHA256, RFC 2104).
 */
public final class QuoteSeal {
  /** Bytes of a key. */
  public static final int KEY_BYTES = 32;

  /** A link carries no more of a quote: so many Unicode characters. */
  public static final int LONGEST_QUOTE = 1_500;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * Signs with a key.
   *
   * @throws IllegalArgumentException if it has another length
   */
  public QuoteSeal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has %d bytes".formatted(KEY_BYTES));
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The signature of a quote, for an address: letters, digits, {@code -} and {@code _}. */
  public String sign(DocId doc, String revision, int start, String quote) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(doc, revision, start, quote));
  }

  /** Whether this Gill quoted these words from this place of this revision. */
  public boolean holds(DocId doc, String revision, int start, String quote, String signature) {
    byte[] right = sign(doc, revision, start, quote).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(DocId doc, String revision, int start, String quote) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : new String[] {doc.toString(), revision, "" + start, first(quote)}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }

  private static String first(String quote) {
    return quote.codePointCount(0, quote.length()) <= LONGEST_QUOTE
        ? quote
        : quote.substring(0, quote.offsetByCodePoints(0, LONGEST_QUOTE));
  }
}
