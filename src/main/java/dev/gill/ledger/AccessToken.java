package dev.gill.ledger;

import dev.gill.model.Identity;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A token that somebody asks with, without what proves it.
 *
 * @param id by which it can be named openly
 * @param name what it is for, in its owner's words
 * @param owner whose rights it has, as far as the scopes allow
 * @param until when it holds no more
 * @param digest SHA-256 of its secret part in hexadecimal digits
 */
public record AccessToken(
    String id,
    String name,
    Identity owner,
    Set<TokenScope> scopes,
    Instant made,
    Instant until,
    String digest) {
  private static final int LONGEST_NAME = 100;

  public AccessToken {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(made, "made");
    Objects.requireNonNull(until, "until");
    if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(AccessToken::odd)) {
      throw new IllegalArgumentException(
          "a token's name is 1 to %d letters, digits and other signs that can be seen"
              .formatted(LONGEST_NAME));
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a token without a scope is good for nothing");
    }
    scopes = Set.copyOf(EnumSet.copyOf(scopes));
  }

  private static boolean odd(int sign) {
    return Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT;
  }

  /** Whether it holds at a time. */
  public boolean holdsAt(Instant now) {
    return now.isBefore(until);
  }
}
