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
}
