package dev.gill.app.house;

import dev.gill.index.Engines;
import dev.gill.index.IndexDamagedException;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.model.Space;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/**
 * Opens the index, and a new one in the place of one that is damaged: all that it held can be read
 * from the sources again.
 */
final class SoundIndex {
  private static final Logger LOG = System.getLogger(SoundIndex.class.getName());

  private SoundIndex() {}

  static IndexEngine open(Engines engines, Path folder, Set<Space> spaces, InstantSource clock) {
    try {
      return engines.open(folder, spaces);
    } catch (IndexDamagedException e) {
      Path aside = folder.resolveSibling(folder.getFileName() + ".damaged-" + clock.millis());
      try {
        Files.move(folder, aside);
      } catch (IOException cannotMove) {
        throw new IndexException(e.getMessage(), cannotMove);
      }
      LOG.log(
          Level.WARNING,
          () ->
              "The index in %s is damaged. It was moved to %s, which may be deleted, and a new one is built from the sources; until that is done, answers lack what is not yet read."
                  .formatted(folder, aside));
      return engines.open(folder, spaces);
    }
  }
}
