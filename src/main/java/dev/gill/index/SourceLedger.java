package dev.gill.index;

import dev.gill.model.Cursor;
import dev.gill.model.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the index knows of a source as a whole.
 *
 * @param mark how far it was taken in; empty before the first commit
 * @param documents how many documents it holds
 * @param chunks how many chunks they have
 * @param failures the documents that could not be taken in, in order of id
 */
public record SourceLedger(
    Optional<Mark> mark, long documents, long chunks, List<Failure> failures) {
  /**
   * The cursor of the last commit, the recipe it holds for, and when the source was asked for it.
   */
  public record Mark(Cursor cursor, String recipe, Instant at) {}

  public SourceLedger {
    failures = List.copyOf(failures);
  }

  /** Of a source that has left nothing in the index. */
  public static SourceLedger empty() {
    return new SourceLedger(Optional.empty(), 0, 0, List.of());
  }
}
