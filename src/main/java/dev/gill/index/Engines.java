package dev.gill.index;

import dev.gill.model.Space;
import java.nio.file.Path;
import java.util.Set;

/** Opens indexes of one kind. The only seam through which others get an engine. */
public interface Engines {
  /**
   * Opens the index in a folder, which is made if it is not there.
   *
   * @param spaces those that chunks are embedded in
   * @throws IndexException if another process has it open, if it was built with other spaces or in
   *     another layout, or if it is damaged
   */
  IndexEngine open(Path folder, Set<Space> spaces);

  /**
   * Opens the index in a folder for reading alone, beside a Gill that may be writing to it. Each
   * snapshot sees what was last committed.
   *
   * @throws IndexException if there is none, or it cannot be read
   */
  IndexEngine reading(Path folder);

  /**
   * Brings a folder to what an index last committed, while a Gill may be writing to it. What the
   * folder holds of an earlier backup is kept, so that only what changed since takes room; a backup
   * that breaks off leaves the one before it whole.
   *
   * @return how many bytes are new
   * @throws IndexException if there is no index, or the folder cannot be written
   */
  long backUp(Path folder, Path backup);

  /**
   * Puts an index where there is none, from a backup of which every byte is checked.
   *
   * @throws IndexException if the backup is damaged or none, or something is there already
   */
  void restore(Path backup, Path folder);
}
