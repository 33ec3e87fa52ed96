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
   * @param proven whether it is certain that they stood there when they were quoted
   */
  record Unchanged(Range now, boolean sameRevision, boolean proven) implements QuoteStatus {}

  /** The words no longer stand there; {@code now} is the passage that most resembles them. */
  record Edited(Range now) implements QuoteStatus {}

  /** Neither the words nor anything that resembles them stand there. */
  record Vanished() implements QuoteStatus {}

  /**
   * The words do not stand there, and nothing proves that they ever did; {@code now} is the passage
   * that most resembles them.
   */
  record Unproven(Optional<Range> now) implements QuoteStatus {}

  /** Where the passage stands now, if it does. */
  default Optional<Range> passage() {
    return switch (this) {
      case Unchanged(Range now, var _, var _) -> Optional.of(now);
      case Edited(Range now) -> Optional.of(now);
      case Unproven(var now) -> now;
      case Unasked(), Vanished() -> Optional.empty();
    };
  }

  /**
   * Compares what a link claims with the present revision and its text.
   *
   * @param signed whether its signature proves that the words were quoted
   */
  static QuoteStatus of(PassageLink claim, boolean signed, String revision, String text) {
    if (claim.isEmpty()) {
      return new Unasked();
    }
    boolean same = claim.revision().equals(revision);
    Optional<Range> place = claim.place().filter(range -> range.end() <= text.length());
    if (claim.quote().isEmpty()) {
      return place
          .filter(_ -> same)
          .<QuoteStatus>map(range -> new Unchanged(range, true, true))
          .orElseGet(() -> new Unproven(Optional.empty()));
    }
    return place
        .filter(range -> range.of(text).equals(claim.quote()))
        .or(() -> nearest(text, claim.quote(), claim.near()))
        .<QuoteStatus>map(range -> new Unchanged(range, same, same || signed))
        .orElseGet(() -> resembling(claim, signed, text));
  }

  private static QuoteStatus resembling(PassageLink claim, boolean signed, String text) {
    Optional<Range> alike = Resemblance.in(text, claim.quote(), claim.near());
    return signed
        ? alike.<QuoteStatus>map(Edited::new).orElseGet(Vanished::new)
        : new Unproven(alike);
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
