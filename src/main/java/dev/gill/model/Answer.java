package dev.gill.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What Gill says: an answer with its citations, what comes near, or that it does not know. */
public sealed interface Answer {
  /** When each source that was drawn on was last in step with the original. */
  Map<SourceId, Instant> asOf();

  /** How current the answer is as a whole: the oldest of {@link #asOf()}. */
  default Optional<Instant> oldest() {
    return asOf().values().stream().min(Instant::compareTo);
  }

  /**
   * An answer that the documents support.
   *
   * @param text the answer, with markers such as {@code [1]}
   * @param citations in order of their markers; never empty
   */
  record Grounded(String text, List<Citation> citations, Map<SourceId, Instant> asOf)
      implements Answer {
    public Grounded {
      citations = List.copyOf(citations);
      asOf = Map.copyOf(asOf);
      if (citations.isEmpty()) {
        throw new IllegalArgumentException("no citation, no answer");
      }
    }
  }

  /**
   * What is near the question, but may not answer it.
   *
   * @param citation the quote that came nearest
   */
  record Near(Citation citation, Map<SourceId, Instant> asOf) implements Answer {
    public Near {
      Objects.requireNonNull(citation, "citation");
      asOf = Map.copyOf(asOf);
    }
  }

  /** Nothing found supports an answer; {@code nearest} is what came closest, best first. */
  record Unknown(List<Scored> nearest, Map<SourceId, Instant> asOf) implements Answer {
    public Unknown {
      nearest = List.copyOf(nearest);
      asOf = Map.copyOf(asOf);
    }
  }
}
