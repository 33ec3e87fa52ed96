package dev.gill.ledger;

import dev.gill.model.Identity;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Access tokens of a data folder. What proves a token is kept nowhere, only its digest: it is 256
 * random bits, so nobody finds it by trying. Safe for use by several threads, and beside other
 * processes: what one changes, all know within a second.
 */
public final class AccessTokens {
  /** What every token begins with. */
  public static final String PREFIX = "gill_";

  /** The longest that one may hold. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final Logger LOG = System.getLogger(AccessTokens.class.getName());
  private static final Pattern WRITTEN = Pattern.compile("gill_([0-9a-f]{12})_([0-9a-f]{64})");
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int ID_BYTES = 6;
  private static final int SECRET_BYTES = 32;
  private static final int MOST = 10_000;

  private final TokenFile file;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private Map<String, AccessToken> known = Map.of();
  private TokenFile.Stamp read;
  private Instant looked = Instant.MIN;

  /** Those of a data folder; nothing is read before one is asked for. */
  public AccessTokens(Path data, InstantSource clock) {
    this.file = new TokenFile(data);
    this.clock = clock;
  }

  /**
   * A token that was just made.
   *
   * @param secret all of it, to be shown once and kept nowhere
   */
  public record Made(AccessToken token, String secret) {
    @Override
    public String toString() {
      return "Made[" + token.id() + "]";
    }
  }

  /**
   * Makes one.
   *
   * @param valid how long it holds, from a moment to {@link #LONGEST}
   * @throws IllegalArgumentException if name, scopes or time will not do, in words for its owner
   * @throws IOException if it cannot be kept
   */
  public Made make(String name, Identity owner, Set<TokenScope> scopes, Duration valid)
      throws IOException {
    if (valid.isNegative() || valid.isZero() || valid.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a token holds from 1 to %d days".formatted(LONGEST.toDays()));
    }
    String id = hex(ID_BYTES);
    String secret = hex(SECRET_BYTES);
    Instant now = clock.instant();
    AccessToken token =
        new AccessToken(id, name.strip(), owner, scopes, now, now.plus(valid), digest(secret));
    file.change(
        all -> {
          List<AccessToken> more = new ArrayList<>(all);
          more.removeIf(each -> !each.holdsAt(now));
          if (more.size() >= MOST) {
            throw new IllegalArgumentException("there are too many tokens; revoke some");
          }
          more.add(token);
          return more;
        });
    forgetWhatWasRead();
    return new Made(token, PREFIX + id + "_" + secret);
  }

  /**
   * All of them, also those that hold no more, in the order in which they were made.
   *
   * @throws IOException with one sentence that says what to do
   */
  public List<AccessToken> all() throws IOException {
    return file.read();
  }

  /**
   * Takes one away.
   *
   * @return whether there was one of that id
   */
  public boolean revoke(String id) throws IOException {
    boolean[] found = new boolean[1];
    file.change(
        all -> {
          List<AccessToken> left = all.stream().filter(each -> !each.id().equals(id)).toList();
          found[0] = left.size() < all.size();
          return left;
        });
    forgetWhatWasRead();
    return found[0];
  }

  /** The token that a secret proves; empty if it proves none that holds now. */
  public Optional<AccessToken> proved(String secret) {
    Matcher parts = WRITTEN.matcher(secret);
    if (!parts.matches()) {
      return Optional.empty();
    }
    AccessToken token = known().get(parts.group(1));
    byte[] offered = digest(parts.group(2)).getBytes(StandardCharsets.US_ASCII);
    byte[] kept = (token == null ? "" : token.digest()).getBytes(StandardCharsets.US_ASCII);
    boolean same = MessageDigest.isEqual(offered, kept);
    return Optional.ofNullable(token).filter(each -> same && each.holdsAt(clock.instant()));
  }

  private synchronized Map<String, AccessToken> known() {
    Instant now = clock.instant();
    if (now.isBefore(looked) || Duration.between(looked, now).compareTo(LOOK) >= 0) {
      look();
      looked = now;
    }
    return known;
  }

  /** A file that cannot be read opens to nobody. */
  private void look() {
    try {
      TokenFile.Stamp now = file.stamp();
      if (!now.equals(read)) {
        Map<String, AccessToken> all = new HashMap<>();
        file.read().forEach(each -> all.put(each.id(), each));
        known = Map.copyOf(all);
        read = now;
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Access tokens are refused: {0}", e.getMessage());
      known = Map.of();
      read = null;
    }
  }

  private synchronized void forgetWhatWasRead() {
    looked = Instant.MIN;
    read = null;
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private static String digest(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
