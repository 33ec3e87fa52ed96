package dev.gill.model;

import java.util.List;
import java.util.Objects;

/**
 * A quote that can be checked: it stands verbatim in the canonical text of that revision, from
 * {@code start} to {@code end}.
 *
 * @param marker the number by which the answer refers to it, from 1
 * @param quote as it stands in the canonical text
 * @param plain the quote as it is read, without the marks of lists, tables and code
 * @param said the quote as it is read, with code apart from words and rows of tables explained
 * @param excerpt the quote as it is read with what stands around it; what was looked for is marked
 *     unless that is all
 */
public record Citation(
    int marker,
    DocId doc,
    String revision,
    int start,
    int end,
    String quote,
    String plain,
    List<Part> said,
    List<Part> excerpt,
    Locator where) {
  public Citation {
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(where, "where");
    said = List.copyOf(said);
    excerpt = List.copyOf(excerpt);
    if (marker < 1 || quote.isBlank() || end - start != quote.length()) {
      throw new IllegalArgumentException(
          "citation %d quotes %d characters from %d to %d"
              .formatted(marker, quote.length(), start, end));
    }
  }

  /** Of a quote that is words alone, with nothing around it. */
  public Citation(
      int marker,
      DocId doc,
      String revision,
      int start,
      int end,
      String quote,
      String plain,
      Locator where) {
    this(
        marker,
        doc,
        revision,
        start,
        end,
        quote,
        plain,
        List.of(new Part(Part.Kind.WORDS, plain, false)),
        List.of(new Part(Part.Kind.WORDS, plain, false)),
        where);
  }

  /** The same under another number. */
  public Citation withMarker(int number) {
    return new Citation(number, doc, revision, start, end, quote, plain, said, excerpt, where);
  }
}
