package dev.gill.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Gill says: an answer with its citations, what comes near, or that it does not know. */
public sealed interface Answer {
  /** When each source that was drawn on was last in step with the original. */
  Map<SourceId, Instant> asOf();

  /** How current the answer is as a whole: the oldest of {@link #asOf()}. */
  default Optional<Instant> oldest() {
    return asOf().values().stream().min(Instant::compareTo);
  }

  /** What a chat model had to do with it; empty if none was asked. */
  default Optional<Composition> composition() {
    return Optional.empty();
  }

  /**
   * An answer that the documents support.
   *
   * @param statements in order; never empty
   */
  record Grounded(
      List<Statement> statements, Map<SourceId, Instant> asOf, Optional<Composition> composition)
      implements Answer {
    public Grounded {
      statements = List.copyOf(statements);
      asOf = Map.copyOf(asOf);
      Objects.requireNonNull(composition, "composition");
      if (statements.isEmpty()) {
        throw new IllegalArgumentException("no citation, no answer");
      }
    }

    /** Of quotes alone. */
    public Grounded(List<Statement> statements, Map<SourceId, Instant> asOf) {
      this(statements, asOf, Optional.empty());
    }

    /** What the statements say, one a line. */
    public String text() {
      return statements.stream().map(Statement::text).collect(Collectors.joining("\n"));
    }

    /** What the statements cite, each once, in their order. */
    public List<Citation> citations() {
      return statements.stream().flatMap(s -> s.citations().stream()).distinct().toList();
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

  /**
   * Nothing found supports an answer; {@code nearest} is what came closest, best first, and last
   * what came closest in another language.
   *
   * @param declined why an answer is declined, in one sentence; empty if none was found
   */
  record Unknown(
      List<NearPassage> nearest,
      Map<SourceId, Instant> asOf,
      Optional<String> declined,
      Optional<Composition> composition)
      implements Answer {
    public Unknown {
      nearest = List.copyOf(nearest);
      asOf = Map.copyOf(asOf);
      Objects.requireNonNull(declined, "declined");
      Objects.requireNonNull(composition, "composition");
    }

    /** Where no model was asked. */
    public Unknown(
        List<NearPassage> nearest, Map<SourceId, Instant> asOf, Optional<String> declined) {
      this(nearest, asOf, declined, Optional.empty());
    }

    /** Where no answer was found. */
    public Unknown(List<NearPassage> nearest, Map<SourceId, Instant> asOf) {
      this(nearest, asOf, Optional.empty());
    }
  }
}
