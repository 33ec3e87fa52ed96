package dev.gill.source;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import java.util.Set;

/** What happened to documents of a source. */
public sealed interface Change {
  /**
   * The document now reads so. Reporting it again without need is harmless: an unchanged revision
   * costs no parsing.
   *
   * @param revision changes whenever the content does
   */
  record Upserted(DocId doc, String revision, Origin origin, Scope scope, Content content)
      implements Change {}

  /** The document is gone. */
  record Deleted(DocId doc) implements Change {}

  /**
   * The document is there but cannot be read now; it becomes a failure, and what was known of it
   * goes, since nobody can vouch for it.
   *
   * @param cause one sentence for the person who wants to mend it
   */
  record Unreadable(DocId doc, Scope scope, String cause) implements Change {}

  /**
   * The scope holds exactly these documents: every other one of it that is still in the index is
   * gone.
   */
  record Remaining(Scope scope, Set<DocId> living) implements Change {
    public Remaining {
      living = Set.copyOf(living);
    }
  }
}
