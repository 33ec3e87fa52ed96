package dev.gill.model;

import java.util.Objects;

/**
 * A quote that can be checked: it stands verbatim in the canonical text of that revision, from
 * {@code start} to {@code end}.
 *
 * @param marker the number by which the answer refers to it, from 1
 * @param quote as it stands in the canonical text
 * @param plain the quote as it is read, without the marks of lists, tables and code
 */
public record Citation(
    int marker,
    DocId doc,
    String revision,
    int start,
    int end,
    String quote,
    String plain,
    Locator where) {
  public Citation {
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(where, "where");
    if (marker < 1 || quote.isBlank() || end - start != quote.length()) {
      throw new IllegalArgumentException(
          "citation %d quotes %d characters from %d to %d"
              .formatted(marker, quote.length(), start, end));
    }
  }
}
