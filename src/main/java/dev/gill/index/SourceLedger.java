package dev.gill.index;

import dev.gill.model.Cursor;
import dev.gill.model.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the index knows of a source as a whole.
 *
 * @param checkpoint how far it was taken in; empty before the first commit
 * @param documents how many documents it holds
 * @param chunks how many chunks they have
 * @param failures the documents that could not be taken in, in order of id
 */
public record SourceLedger(
    Optional<Checkpoint> checkpoint, long documents, long chunks, List<Failure> failures) {
  /**
   * How far a source was taken in.
   *
   * @param cursor of the last commit
   * @param recipe the version of parsing and chunking that it holds for
   * @param at all that the source held then is in the index; {@link #NEVER} while its first pass is
   *     not over
   */
  public record Checkpoint(Cursor cursor, String recipe, Instant at) {
    /** No moment at which a source was in step. */
    public static final Instant NEVER = Instant.EPOCH;
  }

  public SourceLedger {
    failures = List.copyOf(failures);
  }

  /** Of a source that has left nothing in the index. */
  public static SourceLedger empty() {
    return new SourceLedger(Optional.empty(), 0, 0, List.of());
  }
}
