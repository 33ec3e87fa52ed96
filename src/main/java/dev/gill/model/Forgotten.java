package dev.gill.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is to be forgotten, by digests: it can be asked whether somebody is among them, but not who
 * they are.
 *
 * @param digests each a salt, a colon and SHA-256 of the salt and an identity in hexadecimal digits
 */
public record Forgotten(Set<String> digests) {
  /** Nobody. */
  public static final Forgotten NOBODY = new Forgotten(Set.of());

  public Forgotten {
    digests = Set.copyOf(digests);
    for (String digest : digests) {
      if (!digest.matches("[0-9a-f]+:[0-9a-f]{64}")) {
        throw new IllegalArgumentException("'%s' is no digest of anybody".formatted(digest));
      }
    }
  }

  /** Whether somebody who is known so is to be forgotten. */
  public boolean has(Identity identity) {
    return digests.stream()
        .map(digest -> digest.substring(0, digest.indexOf(':')))
        .distinct()
        .anyMatch(salt -> digests.contains(digest(salt, identity)));
  }

  /**
   * The same, and who is known by any of these.
   *
   * @param salt random hexadecimal digits, so that no list of known addresses finds them elsewhere
   */
  public Forgotten and(Set<Identity> identities, String salt) {
    Set<String> all = new HashSet<>(digests);
    identities.stream()
        .filter(identity -> !has(identity))
        .forEach(identity -> all.add(digest(salt, identity)));
    return new Forgotten(all);
  }

  /** These and those. */
  public Forgotten and(Forgotten others) {
    Set<String> all = new HashSet<>(digests);
    all.addAll(others.digests);
    return new Forgotten(all);
  }

  private static String digest(String salt, Identity identity) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((salt + "\n" + identity).getBytes(StandardCharsets.UTF_8));
      return salt + ":" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** In order. */
  @Override
  public String toString() {
    return new TreeSet<>(digests).toString();
  }
}
