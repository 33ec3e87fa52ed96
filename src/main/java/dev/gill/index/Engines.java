package dev.gill.index;

import dev.gill.model.Space;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Opens indexes of one kind. The only seam through which others get an engine. */
public interface Engines {
  /**
   * Opens the index in a folder, which is made if it is not there.
   *
   * @param spaces those that chunks are embedded in
   * @throws IndexException if another process has it open, if it was built with other spaces, if
   *     its layout is another ({@link IndexLayoutException}), or if it is damaged ({@link
   *     IndexDamagedException})
   */
  IndexEngine open(Path folder, Set<Space> spaces);

  /**
   * Opens an index whatever spaces it was built with, to go on with it until another one takes its
   * place. It stays an index of those spaces.
   *
   * @param written those that chunks are embedded in from now on
   * @throws IndexException as {@link #open} does, but for the spaces
   */
  IndexEngine openFormer(Path folder, Set<Space> written);

  /**
   * The spaces that the index in a folder was built with; empty if there is no index. Nothing is
   * changed or locked.
   *
   * @throws IndexLayoutException if this Gill does not read its layout
   * @throws IndexException if it is damaged or cannot be read
   */
  Optional<Set<Space>> spaces(Path folder);

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

  /**
   * Leaves nothing in the files of an index of what was deleted from it or replaced in it.
   *
   * @throws IndexException if there is no index, if a Gill is writing to it, or if the disk lacks
   *     the room for what is written anew
   */
  void expunge(Path folder);
}
