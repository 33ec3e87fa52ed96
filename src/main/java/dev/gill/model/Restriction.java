package dev.gill.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a question is restricted to, besides what its reader may read.
 *
 * @param sources only these; all if empty
 * @param from only what was written then or later
 * @param before only what was written earlier
 */
public record Restriction(Set<SourceId> sources, Optional<Instant> from, Optional<Instant> before) {
  private static final Restriction NONE =
      new Restriction(Set.of(), Optional.empty(), Optional.empty());

  public Restriction {
    sources = Set.copyOf(sources);
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(before, "before");
  }

  /** Everything is searched. */
  public static Restriction none() {
    return NONE;
  }

  /** Only these sources, whenever it was written. */
  public static Restriction to(Set<SourceId> sources) {
    return new Restriction(sources, Optional.empty(), Optional.empty());
  }

  /** Whether anything is asked of the time of writing. */
  public boolean isDated() {
    return from.isPresent() || before.isPresent();
  }

  /** Whether a document of a source that was written then is searched. */
  public boolean covers(SourceId source, Instant written) {
    return (sources.isEmpty() || sources.contains(source))
        && from.filter(written::isBefore).isEmpty()
        && before.filter(end -> !written.isBefore(end)).isEmpty();
  }
}
