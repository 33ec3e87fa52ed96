package dev.gill.app.house;

import dev.gill.embed.Courtesy;
import dev.gill.embed.Embedders;
import dev.gill.index.Engines;
import dev.gill.index.IndexDamagedException;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexLayoutException;
import dev.gill.index.Soundness;
import dev.gill.model.Space;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The index that is to come next.
 *
 * @param models what it is built with
 * @param room whether the disk has any for it
 */
record NextIndex(
    IndexFolders folders, Engines engines, Joining joining, Embedders models, Room room) {
  private static final Logger LOG = System.getLogger(NextIndex.class.getName());

  /** What keeps it from being begun, in one sentence. */
  Optional<String> lacking(LiveIndex former) throws IOException {
    return room.lacking(former.folder(), folders.after(former.folder()));
  }

  /**
   * Joins the stages over it; nothing is read yet. Vectors of spaces that both have are taken over.
   *
   * @param formerModels what the index in use is kept up with
   * @param courtesy what its bulk waits for
   */
  LiveIndex join(LiveIndex former, Embedders formerModels, Courtesy courtesy) throws IOException {
    Path folder = folders.after(former.folder());
    Set<Space> spaces = spaces(models);
    LiveIndex next =
        joining.join(
            folder, open(folder, spaces), models, models.standingBack(courtesy), spaces, List.of());
    Set<Space> shared = new HashSet<>(spaces);
    shared.retainAll(spaces(formerModels));
    if (former.engine().inspect(false) == Soundness.DAMAGED) {
      shared.clear(); // its vectors may be, too
    }
    next.intake().takeOver(former.engine(), shared);
    return next;
  }

  /** What was filled before goes on; what cannot be gone on with goes. */
  private IndexEngine open(Path folder, Set<Space> spaces) throws IOException {
    try {
      if (engines.spaces(folder).filter(spaces::equals).isPresent()) {
        return engines.open(folder, spaces);
      }
    } catch (IndexDamagedException | IndexLayoutException e) {
      LOG.log(Level.INFO, "A half-built index is begun again: {0}", e.getMessage());
    }
    IndexFolders.delete(folder);
    return engines.open(folder, spaces);
  }

  private static Set<Space> spaces(Embedders embedders) {
    return Set.copyOf(new HashSet<>(embedders.spaces().values()));
  }

  /** From then on a start finds it in use. */
  void use(LiveIndex next) throws IOException {
    folders.use(next.folder());
  }
}
