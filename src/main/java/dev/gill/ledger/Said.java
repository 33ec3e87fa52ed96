package dev.gill.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody said of a whole answer.
 *
 * @param reason in their words, or empty
 */
public record Said(boolean helpful, String reason, Instant at) {
  /** Characters of a reason. */
  public static final int LONGEST = 1_000;

  public Said {
    Objects.requireNonNull(at, "at");
    reason = reason.strip();
    if (reason.length() > LONGEST) {
      throw new IllegalArgumentException("a reason has at most %d characters".formatted(LONGEST));
    }
  }
}
