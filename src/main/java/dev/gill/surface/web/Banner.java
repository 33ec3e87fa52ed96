package dev.gill.surface.web;

import dev.gill.model.Language;

/**
 * What a document page says of the passage that a link quotes.
 *
 * @param kind {@code unchanged} or {@code edited}
 * @param quote the words as they were; null if they still stand
 */
record Banner(String kind, String headline, String text, String quote) {
  /** The language of the quote. */
  public String lang() {
    return Language.of(quote).code();
  }

  /** Null if there is nothing to say. */
  static Banner of(QuoteStatus standing, PassageLink claim) {
    return switch (standing) {
      case QuoteStatus.Unasked() -> null;
      case QuoteStatus.Unchanged(var _, boolean same) ->
          new Banner(
              "unchanged",
              "Unchanged since.",
              same
                  ? "This is the revision that was quoted."
                  : "This is a newer revision, and the quoted words still stand in it.",
              null);
      case QuoteStatus.Edited(var _) ->
          new Banner(
              "edited",
              "Edited since.",
              "The quoted words no longer stand here; what reads most like them now is marked.",
              claim.quote());
      case QuoteStatus.Vanished() ->
          new Banner(
              "edited",
              "Edited since.",
              "Neither the quoted words nor anything like them can be found here now.",
              claim.quote().isEmpty() ? null : claim.quote());
    };
  }
}
