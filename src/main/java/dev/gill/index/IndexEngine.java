package dev.gill.index;

import dev.gill.model.Check;
import dev.gill.model.SourceId;
import java.util.Set;

/**
 * Keeps documents, their chunks and vectors, failures and cursors. Safe for use by several threads.
 */
public interface IndexEngine extends AutoCloseable {
  /** What is visible now; it stays as it is until closed, whatever is committed meanwhile. */
  Snapshot snapshot();

  /**
   * Applies a changeset: afterwards the whole of it is durable and visible to new snapshots. A
   * crash before the return leaves either nothing of it or, at worst, whole documents of it without
   * the cursor, so that the source reports them again.
   *
   * @throws IndexException if it could not be made durable
   */
  void commit(Changeset changes);

  /**
   * Forgets sources as a whole, in one commit: afterwards nothing that they left is in new
   * snapshots, neither documents nor failures nor checkpoints.
   *
   * @throws IndexException if it could not be made durable
   */
  void drop(Set<SourceId> sources);

  /** Whether the engine can be read and written. */
  Check check();

  /**
   * Looks at what is stored, which somebody else may have deleted or damaged meanwhile.
   *
   * @param thoroughly whether all of it is read, or only looked for
   */
  default Soundness inspect(boolean thoroughly) {
    return Soundness.WHOLE;
  }

  /** Lets go of files and locks. */
  @Override
  void close();
}
