package dev.gill.surface.web;

import dev.gill.model.Range;
import java.util.Optional;

/**
 * What a link to a passage says of it.
 *
 * @param revision the revision that was quoted; empty if the link does not say
 * @param place where the quote stood in it, if the link says
 * @param quote the quoted words; empty if the link does not say
 * @param signature what is to prove that these words were quoted; empty if the link has none
 * @param moved the document that they were quoted from, if it is not the one linked to
 */
record PassageLink(
    String revision,
    Optional<Range> place,
    String quote,
    String signature,
    Optional<String> moved) {
  private static final int LONGEST_QUOTE = 8_000;

  /** Reads query parameters, each of which may be null or nonsense. */
  static PassageLink of(String revision, String start, String end, String quote, String signature) {
    String words = quote == null || quote.isBlank() ? "" : quote.replace("\r\n", "\n");
    return new PassageLink(
        revision == null ? "" : revision,
        place(start, end),
        words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) : words,
        signature == null ? "" : signature,
        Optional.empty());
  }

  /** The same of words that were quoted from another document; null says that they were not. */
  PassageLink movedFrom(String id) {
    return new PassageLink(revision, place, quote, signature, Optional.ofNullable(id));
  }

  /** Whether the link points at the document as a whole. */
  boolean isEmpty() {
    return place.isEmpty() && quote.isEmpty();
  }

  /** Where to look first. */
  int near() {
    return place.map(Range::start).orElse(0);
  }

  private static Optional<Range> place(String start, String end) {
    int from = number(start);
    int to = number(end);
    return from < 0 || to <= from ? Optional.empty() : Optional.of(new Range(from, to));
  }

  private static int number(String written) {
    return written != null && written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : -1;
  }
}
