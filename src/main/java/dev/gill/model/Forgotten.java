package dev.gill.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who is to be forgotten, by digests: it can be asked whether somebody is among them, but not who
 * they are.
 *
 * @param digests each a salt, a colon and SHA-256 of the salt and an identity in hexadecimal digits
 * @param names the same of names that are taken off what a team wrote together
 */
public record Forgotten(Set<String> digests, Set<String> names) {
  /** Nobody. */
  public static final Forgotten NOBODY = new Forgotten(Set.of(), Set.of());

  /** What stands between the names of several who wrote something. */
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;、，；]\\s*");

  public Forgotten {
    digests = Set.copyOf(digests);
    names = Set.copyOf(names);
    check(digests);
    check(names);
  }

  private static void check(Set<String> digests) {
    for (String digest : digests) {
      if (!digest.matches("[0-9a-f]+:[0-9a-f]{64}")) {
        throw new IllegalArgumentException("'%s' is no digest of anybody".formatted(digest));
      }
    }
  }

  /** Whether somebody who is known so is to be forgotten. */
  public boolean has(Identity identity) {
    return holds(digests, identity.toString());
  }

  /** Whether this name is to be taken off; its case does not count. */
  public boolean hasName(String name) {
    return holds(names, plain(name));
  }

  /**
   * Who wrote something, without those whose names are to be taken off; empty if nobody is left.
   */
  public String without(String authors) {
    if (names.isEmpty() || hasName(authors)) {
      return names.isEmpty() ? authors : "";
    }
    List<String> each = BETWEEN.splitAsStream(authors).toList();
    List<String> left = each.stream().filter(author -> !hasName(author)).toList();
    return left.equals(each) ? authors : String.join(", ", left);
  }

  private static boolean holds(Set<String> digests, String value) {
    return digests.stream()
        .map(digest -> digest.substring(0, digest.indexOf(':')))
        .distinct()
        .anyMatch(salt -> digests.contains(digest(salt, value)));
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
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
        .forEach(identity -> all.add(digest(salt, identity.toString())));
    return new Forgotten(all, names);
  }

  /** The same, with names that are to be taken off. */
  public Forgotten andNames(Collection<String> those, String salt) {
    Set<String> all = new HashSet<>(names);
    those.stream()
        .filter(name -> !hasName(name))
        .forEach(name -> all.add(digest(salt, plain(name))));
    return new Forgotten(digests, all);
  }

  /** These and those. */
  public Forgotten and(Forgotten others) {
    Set<String> all = new HashSet<>(digests);
    all.addAll(others.digests);
    Set<String> allNames = new HashSet<>(names);
    allNames.addAll(others.names);
    return new Forgotten(all, allNames);
  }

  private static String digest(String salt, String value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((salt + "\n" + value).getBytes(StandardCharsets.UTF_8));
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
