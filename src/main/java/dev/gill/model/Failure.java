package dev.gill.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A document that could not be taken in; the rest of its source goes on.
 *
 * @param revision the revision that failed; empty if it is not known
 * @param stage where it failed
 * @param cause one sentence for a person who wants to mend it
 * @param scope whose readers may know of it
 * @param at when it failed
 * @param recipe names the rules by which it was read; empty where it could not be
 */
public record Failure(
    DocId doc, String revision, Stage stage, String cause, Scope scope, Instant at, String recipe) {
  /** The stages at which a document can fail. */
  public enum Stage {
    READ,
    PARSE,
    EMBED,
    /** It was read and holds no words, as an icon does; nothing is to be mended. */
    WORDLESS
  }

  public Failure {
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(recipe, "recipe");
  }
}
