package dev.gill.source.sweep;

import dev.gill.model.Scope;
import dev.gill.source.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was reported of a document.
 *
 * @param scope the key of its scope
 * @param mark as it was listed when it was read
 * @param revision empty if it could not be read
 * @param shown a digest of all that others get to see of it, its content by its revision
 */
record Known(String scope, String mark, String revision, String shown) {
  private static final int BYTES = 12;

  static Known of(Listed listed, Change.Upserted up) {
    return new Known(
        listed.scope().key(),
        listed.mark(),
        up.revision(),
        digest(up.revision() + '\0' + up.origin() + '\0' + up.scope()));
  }

  static Known unreadable(Listed listed, String cause) {
    return new Known(listed.scope().key(), listed.mark(), "", digest('\0' + cause));
  }

  /** The same, so that it is read again whatever its mark is. */
  Known unmarked() {
    return new Known(scope, "", revision, shown);
  }

  boolean readable() {
    return !revision.isEmpty();
  }

  /** Whether the listing gives no reason to read it again. */
  boolean listedAs(Listed listed) {
    return !mark.isEmpty() && mark.equals(listed.mark()) && isIn(listed.scope());
  }

  boolean isIn(Scope other) {
    return scope.equals(other.key());
  }

  /** The first 24 hexadecimal digits of a text's SHA-256. */
  static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
