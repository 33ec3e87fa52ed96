package dev.gill.app.house;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.index.Engines;
import dev.gill.index.IndexException;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Opens the index that there is, and finds out whether another one is to be built beside it.
 *
 * @param data the data folder
 * @param models those that an index is wanted of
 */
record Opening(Path data, Engines engines, Models models, Joining joining, Room room) {
  private static final Logger LOG = System.getLogger(Opening.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /**
   * What there is to answer from.
   *
   * @param guard builds another one, if it was built with other models than are wanted now, or is
   *     lost
   * @param anew why it is empty, if there was one before
   */
  record Opened(Serving serving, Guard guard, Optional<Anew> anew) {}

  Opened open() {
    IndexFolders folders = new IndexFolders(data);
    Path folder = folders.current();
    SoundIndex<Kept> index =
        SoundIndex.open(
            engines, folder, built -> open(folder, built.orElseGet(this::wanted)), joining.clock());
    Kept kept = index.opened();
    clear(folders, !kept.isWanted());
    Serving serving = new Serving(kept.live());
    Optional<Renewal> renewal =
        kept.isWanted() ? Optional.empty() : Optional.of(renewal(folders, serving, kept));
    Guard guard =
        new Guard(
            serving, renewal, (lost, why) -> instead(folders, serving, lost, why), LOOK_EVERY);
    return new Opened(serving, guard, index.anew());
  }

  /** An index with the models that it goes on with. */
  private record Kept(LiveIndex live, FormerModels models, Set<Space> built, boolean isWanted) {}

  private Kept open(Path folder, Set<Space> built) {
    boolean isWanted = built.equals(wanted());
    FormerModels kept = FormerModels.of(built, models);
    Embedders embedders = kept.embedders();
    boolean opened = false;
    try {
      LiveIndex live =
          joining.join(
              folder,
              isWanted
                  ? engines.open(folder, built)
                  : engines.openFormer(folder, new HashSet<>(embedders.spaces().values())),
              embedders,
              embedders,
              built,
              kept.opened());
      opened = true;
      return new Kept(live, kept, built, isWanted);
    } finally {
      if (!opened) {
        kept.opened().forEach(Embedder::close);
      }
    }
  }

  private Set<Space> wanted() {
    return Set.copyOf(new HashSet<>(models.chosen().spaces().values()));
  }

  private Renewal renewal(IndexFolders folders, Serving serving, Kept kept) {
    return new Renewal(
        new NextIndex(folders, engines, joining, models.chosen(), room),
        serving,
        kept.live(),
        kept.models().embedders(),
        new Outlook(kept.live(), why(kept), joining.clock().instant()));
  }

  private Renewal instead(IndexFolders folders, Serving serving, LiveIndex lost, String why) {
    return new Renewal(
        new NextIndex(folders, engines, joining, models.chosen(), room),
        serving,
        lost,
        models.chosen(),
        new Outlook(lost, why, joining.clock().instant()));
  }

  private String why(Kept kept) {
    String built =
        "The index was built with %s, and Gill runs with %s now."
            .formatted(names(kept.built()), names(wanted()));
    Set<Language> byWords = kept.models().byWords();
    return byWords.isEmpty()
        ? built
        : built
            + " The former model for %s is gone, so until then questions are answered by words."
                .formatted(
                    byWords.stream().map(Language::code).collect(Collectors.joining(" and ")));
  }

  private static String names(Set<Space> spaces) {
    return spaces.stream().map(Space::model).collect(Collectors.toCollection(TreeSet::new)).stream()
        .collect(Collectors.joining(" and "));
  }

  private static void clear(IndexFolders folders, boolean keepNext) {
    try {
      folders.clear(keepNext);
    } catch (IOException | IndexException e) {
      LOG.log(
          Level.WARNING, () -> "What an earlier index left cannot be deleted: " + e.getMessage());
    }
  }
}
