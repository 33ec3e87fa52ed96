package dev.gill.surface.web;

import dev.gill.model.Range;
import java.util.Optional;

/** How the words that a link quotes stand in a document's present text. A pure function of both. */
sealed interface QuoteStatus {
  /** The link quotes nothing. */
  record Unasked() implements QuoteStatus {}

  /**
   * The words stand there verbatim.
   *
   * @param now where
   * @param sameRevision whether the document itself is the one that was quoted
   */
  record Unchanged(Range now, boolean sameRevision) implements QuoteStatus {}

  /** The words no longer stand there; {@code now} is the passage that most resembles them. */
  record Edited(Range now) implements QuoteStatus {}

  /** Neither the words nor anything that resembles them stand there. */
  record Vanished() implements QuoteStatus {}

  /** Where the passage stands now, if it does. */
  default Optional<Range> passage() {
    return switch (this) {
      case Unchanged(Range now, var _) -> Optional.of(now);
      case Edited(Range now) -> Optional.of(now);
      case Unasked(), Vanished() -> Optional.empty();
    };
  }

  /** Compares what a link claims with the present revision and its text. */
  static QuoteStatus of(PassageLink claim, String revision, String text) {
    if (claim.isEmpty()) {
      return new Unasked();
    }
    boolean same = claim.revision().equals(revision);
    Optional<Range> place = claim.place().filter(range -> range.end() <= text.length());
    if (claim.quote().isEmpty()) {
      return place
          .filter(_ -> same)
          .<QuoteStatus>map(range -> new Unchanged(range, true))
          .orElseGet(Vanished::new);
    }
    return place
        .filter(range -> range.of(text).equals(claim.quote()))
        .or(() -> nearest(text, claim.quote(), claim.near()))
        .<QuoteStatus>map(range -> new Unchanged(range, same))
        .orElseGet(() -> resembling(claim, text));
  }

  private static QuoteStatus resembling(PassageLink claim, String text) {
    return Resemblance.in(text, claim.quote(), claim.near())
        .<QuoteStatus>map(Edited::new)
        .orElseGet(Vanished::new);
  }

  private static Optional<Range> nearest(String text, String quote, int near) {
    int after = text.indexOf(quote, Math.min(near, text.length()));
    int before = text.lastIndexOf(quote, near);
    if (after < 0 && before < 0) {
      return Optional.empty();
    }
    boolean takeBefore = after < 0 || (before >= 0 && near - before <= after - near);
    int start = takeBefore ? before : after;
    return Optional.of(new Range(start, start + quote.length()));
  }
}
