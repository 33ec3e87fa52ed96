package dev.gill.sync;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A new index that is built beside the one that answers.
 *
 * @param documents how many it holds
 * @param ofAbout how many the one in use holds, or as many as the new one if those are more
 * @param since when it was found to be needed
 * @param why it is needed, in one sentence
 * @param waiting what has to happen before it goes on, in one sentence; empty while it goes on
 */
public record Rebuilding(
    long documents, long ofAbout, Instant since, String why, Optional<String> waiting) {
  public Rebuilding {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(waiting, "waiting");
  }
}
