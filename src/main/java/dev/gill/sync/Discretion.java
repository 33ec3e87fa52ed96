package dev.gill.sync;

import dev.gill.model.Forgotten;
import dev.gill.model.SourceId;
import java.util.Objects;
import java.util.Set;

/**
 * What of documents is not taken in.
 *
 * @param unmasked sources in whose documents nothing is masked
 * @param forgotten whose names are taken off what they wrote
 */
public record Discretion(Set<SourceId> unmasked, Forgotten forgotten) {
  /** What looks like a secret, in documents of any source. */
  public static final Discretion USUAL = new Discretion(Set.of(), Forgotten.NOBODY);

  public Discretion {
    unmasked = Set.copyOf(unmasked);
    Objects.requireNonNull(forgotten, "forgotten");
  }
}
