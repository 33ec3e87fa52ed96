package dev.gill.index;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the index together, with the cursor that it brings a source to. Deletes come
 * first, then failures, then writes, so that a document named in several ends as the last of them
 * says.
 *
 * @param writes whole documents that come in place of what was there
 * @param deletes documents that go, with any failure of theirs
 * @param failures documents that could not be taken in: what was there goes, and the failure is
 *     kept
 * @param rights what becomes known of the source's scopes and groups
 * @param checkpoint how far the source is taken in once all this is done; if empty, as far as
 *     before: what is here runs ahead of the source's cursor and will be reported again
 */
public record Changeset(
    SourceId source,
    List<DocWrite> writes,
    Set<DocId> deletes,
    List<Failure> failures,
    Rights rights,
    Optional<SourceLedger.Checkpoint> checkpoint) {
  public Changeset {
    Objects.requireNonNull(source, "source");
    writes = List.copyOf(writes);
    deletes = Set.copyOf(deletes);
    failures = List.copyOf(failures);
    Objects.requireNonNull(rights, "rights");
    Objects.requireNonNull(checkpoint, "checkpoint");
  }

  /**
   * A changeset that moves the cursor.
   *
   * @param upTo the source's cursor once all this is done
   * @param recipe the version of parsing and chunking that the cursor holds for
   * @param at when the source was in step last, this changeset being done
   */
  public Changeset(
      SourceId source,
      List<DocWrite> writes,
      Set<DocId> deletes,
      List<Failure> failures,
      Cursor upTo,
      String recipe,
      Instant at) {
    this(
        source,
        writes,
        deletes,
        failures,
        Rights.NONE,
        Optional.of(new SourceLedger.Checkpoint(upTo, recipe, at)));
  }

  /** Rights alone; the cursor stays. */
  public static Changeset of(SourceId source, Rights rights) {
    return new Changeset(source, List.of(), Set.of(), List.of(), rights, Optional.empty());
  }
}
