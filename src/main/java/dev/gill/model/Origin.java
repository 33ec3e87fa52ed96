package dev.gill.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What a source says of a document besides its content.
 *
 * @param link where the team reads it; may hold {@code {line}} or {@code {page}}, filled in per
 *     citation; empty if there is none
 * @param title as the source names it
 * @param author who wrote the present revision; empty if unknown
 * @param modified when the present revision was written, as far as is known
 * @param dated how that is known
 * @param revisionLink where the team reads this very revision, also once there is a newer one;
 *     empty if the source shows no earlier ones
 */
public record Origin(
    String link, String title, String author, Instant modified, Dated dated, String revisionLink) {
  public Origin {
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(modified, "modified");
    Objects.requireNonNull(dated, "dated");
    Objects.requireNonNull(revisionLink, "revisionLink");
  }

  /** Of a source that shows no earlier revisions. */
  public Origin(String link, String title, String author, Instant modified, Dated dated) {
    this(link, title, author, modified, dated, "");
  }

  /** Of a source that knows when its revisions were written. */
  public Origin(String link, String title, String author, Instant modified) {
    this(link, title, author, modified, Dated.REVISION);
  }

  /** The same, of which this very revision is shown there. */
  public Origin withRevisionLink(String shown) {
    return new Origin(link, title, author, modified, dated, shown);
  }
}
