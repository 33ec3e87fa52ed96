package dev.gill.index;

import dev.gill.model.DocId;
import dev.gill.model.LeftOut;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import java.util.List;
import java.util.Objects;

/**
 * What the index knows of a document besides its text.
 *
 * @param scope of the document's own source
 * @param recipe the version of parsing and chunking that made it
 * @param leftOut what the original holds and the text does not
 */
public record DocHead(
    DocId id, String revision, Origin origin, Scope scope, String recipe, List<LeftOut> leftOut) {
  public DocHead {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(recipe, "recipe");
    leftOut = List.copyOf(leftOut);
    if (!scope.source().equals(id.source())) {
      throw new IllegalArgumentException("%s lies in no scope of its source".formatted(id));
    }
  }

  /** The head of a document whose text holds all that the original does. */
  public DocHead(DocId id, String revision, Origin origin, Scope scope, String recipe) {
    this(id, revision, origin, scope, recipe, List.of());
  }
}
