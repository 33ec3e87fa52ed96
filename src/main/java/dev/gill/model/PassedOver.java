package dev.gill.model;

import java.util.Objects;

/**
 * Something that a source holds and leaves unread by its rules. Unlike with a {@link Failure},
 * nothing went wrong: it is no document, and nothing of it is in the index.
 *
 * @param doc where it lies; a folder is named as a file would be
 * @param why one sentence for a person who wonders where it is
 * @param scope whose readers may know of it
 */
public record PassedOver(DocId doc, Reason reason, String why, Scope scope) {
  /** The rules by which something is left unread. */
  public enum Reason {
    /** A link that leads out of what is followed. */
    LEADS_OUT,
    /** A link where none are followed. */
    LINK
  }

  public PassedOver {
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(scope, "scope");
  }
}
