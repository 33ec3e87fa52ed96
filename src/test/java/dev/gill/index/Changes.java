package dev.gill.index;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Scope;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a changeset together, with the rights to the scopes that it names. */
public final class Changes {
  private final SourceId source;
  private final List<DocWrite> writes = new ArrayList<>();
  private final Set<DocId> deletes = new HashSet<>();
  private final List<Failure> failures = new ArrayList<>();

  private Changes(SourceId source) {
    this.source = source;
  }

  public static Changes of(SourceId source) {
    return new Changes(source);
  }

  /** Of the wiki. */
  public static Changes write(DocWrite... documents) {
    return of(Samples.WIKI).and(documents);
  }

  public Changes and(DocWrite... documents) {
    writes.addAll(List.of(documents));
    return this;
  }

  public Changes delete(DocId... documents) {
    deletes.addAll(List.of(documents));
    return this;
  }

  public Changes fail(Failure... failed) {
    failures.addAll(List.of(failed));
    return this;
  }

  public Changeset upTo(String cursor) {
    return upTo(cursor, Samples.NOON);
  }

  public Changeset upTo(String cursor, Instant at) {
    List<Scope> scopes = new ArrayList<>();
    writes.forEach(write -> scopes.add(write.head().scope()));
    failures.forEach(failure -> scopes.add(failure.scope()));
    return new Changeset(
        source,
        writes,
        deletes,
        failures,
        Scopes.rights(scopes),
        Optional.of(new SourceLedger.Checkpoint(new Cursor(cursor), Samples.RECIPE, at)));
  }
}
