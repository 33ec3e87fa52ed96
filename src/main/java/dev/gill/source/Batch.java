package dev.gill.source;

import dev.gill.model.Cursor;
import dev.gill.model.Rights;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One page of changes.
 *
 * @param changes to be applied in order; those of one document become visible together
 * @param rights what the source reports of its scopes and groups; repeating what is known costs
 *     nothing
 * @param next the cursor that is stored with the last of them
 * @param more whether another page waits now
 * @param remaining about how many documents further pages hold, if that is known
 */
public record Batch(
    List<Change> changes, Rights rights, Cursor next, boolean more, OptionalLong remaining) {
  public Batch {
    changes = List.copyOf(changes);
    Objects.requireNonNull(rights, "rights");
    Objects.requireNonNull(next, "next");
  }

  /** A page that reports nothing of rights. */
  public Batch(List<Change> changes, Cursor next, boolean more, OptionalLong remaining) {
    this(changes, Rights.NONE, next, more, remaining);
  }

  /** The same, reporting this of rights. */
  public Batch with(Rights reported) {
    return new Batch(changes, reported, next, more, remaining);
  }

  /** A page after which the source is in step. */
  public static Batch last(List<Change> changes, Cursor next) {
    return new Batch(changes, next, false, OptionalLong.of(0));
  }
}
