package dev.gill.surface.web;

import dev.gill.model.Language;
import dev.gill.model.Visible;
import dev.gill.surface.Texts;

/**
 * What a document page says of the passage that a link quotes.
 *
 * @param kind {@code unchanged}, {@code edited} or {@code unproven}
 * @param quote the words as they were; null if they still stand, or if nothing proves them
 */
record Banner(String kind, String headline, String text, String quote) {
  /** The language of the quote. */
  public String lang() {
    return Language.of(quote).code();
  }

  /** Null if there is nothing to say. */
  static Banner of(QuoteStatus standing, PassageLink claim, Texts t) {
    return switch (standing) {
      case QuoteStatus.Unasked() -> null;
      case QuoteStatus.Unchanged(var _, var _, boolean proven) when !proven ->
          new Banner("unchanged", t.of("document.standhere"), t.of("document.otherrevision"), null);
      case QuoteStatus.Unchanged _ when claim.moved().isPresent() ->
          new Banner(
              "unchanged",
              t.of("document.moved"),
              t.filled("document.moved.text", Visible.of(claim.moved().orElseThrow())),
              null);
      case QuoteStatus.Unchanged(var _, boolean same, var _) ->
          new Banner(
              "unchanged",
              t.of("document.unchanged"),
              t.of(same ? "document.same" : "document.newer"),
              null);
      case QuoteStatus.Edited(var _) ->
          new Banner("edited", t.of("document.edited"), t.of("document.resembling"), claim.quote());
      case QuoteStatus.Vanished() ->
          new Banner(
              "edited",
              t.of("document.edited"),
              t.of("document.vanished"),
              claim.quote().isEmpty() ? null : claim.quote());
      case QuoteStatus.Unproven(var now) ->
          new Banner(
              "unproven",
              t.of("document.unproven"),
              t.of(now.isPresent() ? "document.unsigned.marked" : "document.unsigned"),
              null);
    };
  }
}
