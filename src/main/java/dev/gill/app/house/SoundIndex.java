package dev.gill.app.house;

import dev.gill.index.Engines;
import dev.gill.index.IndexDamagedException;
import dev.gill.index.IndexException;
import dev.gill.index.IndexLayoutException;
import dev.gill.model.Space;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Opens the index and, where it is damaged or in a layout that this Gill does not read, a new one
 * in its place: all that it held can be read from the sources again.
 *
 * @param opened what was opened
 * @param built the spaces that it was built with; empty if it is new
 * @param anew why it is new, if there was one before
 */
record SoundIndex<T>(T opened, Optional<Set<Space>> built, Optional<Anew> anew) {
  private static final Logger LOG = System.getLogger(SoundIndex.class.getName());

  /** {@code opening} gets the spaces that the index was built with; empty if there is none. */
  static <T> SoundIndex<T> open(
      Engines engines,
      Path folder,
      Function<Optional<Set<Space>>, T> opening,
      InstantSource clock) {
    try {
      Optional<Set<Space>> built = engines.spaces(folder);
      return new SoundIndex<>(opening.apply(built), built, Optional.empty());
    } catch (IndexDamagedException e) {
      return instead(folder, "damaged", "is damaged", e, opening, clock.instant());
    } catch (IndexLayoutException e) {
      return instead(
          folder,
          "unread",
          "has a layout that this Gill does not read",
          e,
          opening,
          clock.instant());
    }
  }

  private static <T> SoundIndex<T> instead(
      Path folder,
      String name,
      String what,
      IndexException cause,
      Function<Optional<Set<Space>>, T> opening,
      Instant now) {
    Path aside =
        folder.resolveSibling("%s.%s-%d".formatted(folder.getFileName(), name, now.toEpochMilli()));
    try {
      Files.move(folder, aside);
    } catch (IOException cannotMove) {
      throw new IndexException(cause.getMessage(), cannotMove);
    }
    LOG.log(
        Level.WARNING,
        () ->
            "The index in %s %s. It was moved to %s, which may be deleted, and a new one is built from the sources; until that is done, answers lack what is not yet read."
                .formatted(folder, what, aside));
    Anew anew =
        new Anew(
            "The index %s, so a new one is built from the sources; until that is done, answers lack what is not yet read."
                .formatted(what.replaceFirst("^is", "was").replaceFirst("^has", "had")),
            now);
    return new SoundIndex<>(opening.apply(Optional.empty()), Optional.empty(), Optional.of(anew));
  }
}
