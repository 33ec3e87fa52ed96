package dev.gill.index;

import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import java.util.Objects;

/**
 * What the index knows of a document besides its text.
 *
 * @param scope of the document's own source
 * @param recipe the version of parsing and chunking that made it
 */
public record DocHead(DocId id, String revision, Origin origin, Scope scope, String recipe) {
  public DocHead {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(recipe, "recipe");
    if (!scope.source().equals(id.source())) {
      throw new IllegalArgumentException("%s lies in no scope of its source".formatted(id));
    }
  }
}
