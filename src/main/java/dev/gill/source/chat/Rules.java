package dev.gill.source.chat;

import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of a chat is read.
 *
 * @param optedOut whether an account's owner wants nothing of theirs to be read
 * @param bots whether programs are read, too
 * @param keep how long a conversation is kept after its last message; empty for ever
 */
public record Rules(Predicate<String> optedOut, boolean bots, Optional<Period> keep) {
  public Rules {
    Objects.requireNonNull(optedOut, "optedOut");
    Objects.requireNonNull(keep, "keep");
  }

  /** What decides which conversations are reported, besides who opted out. */
  public String choice() {
    return "bots=%s keep=%s".formatted(bots, keep.map(Period::toString).orElse(""));
  }
}
