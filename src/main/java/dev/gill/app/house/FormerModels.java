package dev.gill.app.house;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an index that was built with other models is gone on with: for each language the model that
 * it was built with or, where that is gone, the chosen one, which embeds what is new and weighs
 * what words find.
 *
 * @param opened those that were opened for it
 * @param byWords the languages whose model is gone
 */
record FormerModels(Embedders embedders, List<Embedder> opened, Set<Language> byWords) {
  private static final Logger LOG = System.getLogger(FormerModels.class.getName());

  /** {@code built} are the spaces that the index was built with. */
  static FormerModels of(Set<Space> built, Models models) {
    Embedders chosen = models.chosen();
    Map<Language, Embedder> each = new EnumMap<>(Language.class);
    List<Embedder> opened = new ArrayList<>();
    Set<Language> byWords = EnumSet.noneOf(Language.class);
    for (Language language : Language.values()) {
      Embedder present = chosen.of(language);
      Optional<Embedder> former =
          built.contains(present.space())
              ? Optional.of(present)
              : former(language, built, models, opened);
      if (former.isEmpty()) {
        byWords.add(language);
      }
      each.put(language, former.orElse(present));
    }
    return new FormerModels(new Embedders(each), opened, byWords);
  }

  /** The spaces that no chosen model has come first: theirs are the models that were replaced. */
  private static Optional<Embedder> former(
      Language language, Set<Space> built, Models models, List<Embedder> opened) {
    Set<Space> chosen = Set.copyOf(models.chosen().spaces().values());
    List<Space> candidates =
        built.stream()
            .sorted(
                Comparator.<Space, Boolean>comparing(chosen::contains)
                    .thenComparing(Space::toString))
            .toList();
    for (Space space : candidates) {
      Optional<Embedder> found = open(space, language, models);
      if (found.isPresent()) {
        opened.add(found.get());
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Embedder> open(Space space, Language language, Models models) {
    try {
      return models.open(space, language);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          () ->
              "The model of %s, which the index was built with, cannot be opened: %s"
                  .formatted(space, e.getMessage()));
      return Optional.empty();
    }
  }
}
