package dev.gill.embed.onnx;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorer;
import dev.gill.embed.Scorers;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of a folder: each in a folder of its own, with a {@code model.properties}. */
public final class OnnxModels {
  private static final Logger LOG = System.getLogger(OnnxModels.class.getName());
  private static final String DESCRIPTION = "model.properties";

  private final Path folder;
  private final OnnxSettings settings;

  /** Nothing is read yet. */
  public OnnxModels(Path folder, OnnxSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * Opens the model of each language, each model once; closing the result closes them.
   *
   * @throws ModelException if a language has no model or several and no choice, or if a model
   *     cannot be opened
   */
  public Embedders open() {
    return open(Set.of());
  }

  /**
   * The same. A language that has several models and no choice keeps the one that an index was
   * built with, so that a model that was merely put into the folder stops nothing.
   *
   * @param familiar the spaces of that index
   * @throws ModelException as {@link #open()} does
   */
  public Embedders open(Set<Space> familiar) {
    Map<Language, ModelDescription> chosen = choose(familiar);
    NativeLibraries.prepare(settings.data()); // before two threads want them
    Map<ModelDescription, Embedder> opened = opened(Set.copyOf(chosen.values()));
    Map<Language, Embedder> embedders = new EnumMap<>(Language.class);
    chosen.forEach((language, model) -> embedders.put(language, opened.get(model)));
    return new Embedders(embedders);
  }

  /**
   * Opens the readers of question and passage that there are; closing the result closes them.
   *
   * @throws ModelException if a language has several, or if one cannot be opened
   */
  public Scorers openReaders() {
    NativeLibraries.prepare(settings.data());
    Map<ModelDescription, Scorer> opened = new HashMap<>();
    Map<Language, Scorer> readers = new EnumMap<>(Language.class);
    try {
      readers()
          .forEach(
              (language, model) ->
                  readers.put(
                      language,
                      opened.computeIfAbsent(model, each -> OnnxScorer.open(each, settings))));
      return new Scorers(readers);
    } catch (RuntimeException e) {
      opened.values().forEach(Scorer::close);
      throw e;
    }
  }

  /** The reader of each language that has one. */
  Map<Language, ModelDescription> readers() {
    Map<Language, ModelDescription> readers = new EnumMap<>(Language.class);
    for (ModelDescription model : descriptions()) {
      for (Language language : Language.values()) {
        if (model.reads() && model.speaks(language)) {
          ModelDescription other = readers.put(language, model);
          if (other != null) {
            throw new ModelException(
                "More than one reader below %s is for the language '%s' (%s): take the others away."
                    .formatted(folder, language.code(), names(List.of(other, model))));
          }
        }
      }
    }
    return readers;
  }

  /** Side by side, since most of a start is waited for it. */
  private Map<ModelDescription, Embedder> opened(Set<ModelDescription> models) {
    Map<ModelDescription, Embedder> opened = new ConcurrentHashMap<>();
    try {
      models.parallelStream()
          .forEach(model -> opened.put(model, OnnxEmbedder.open(model, settings)));
      return opened;
    } catch (RuntimeException e) {
      opened.values().forEach(Embedder::close);
      throw e;
    }
  }

  /**
   * Opens the model whose vectors are of a space, if it lies in the folder still and is for that
   * language.
   *
   * @throws ModelException if it is there and cannot be opened
   */
  public Optional<Embedder> openIn(Space space, Language language) {
    for (ModelDescription model : descriptions()) {
      if (!model.reads() && model.speaks(language) && mayYield(model, space)) {
        Embedder opened = OnnxEmbedder.open(model, settings);
        if (opened.space().equals(space)) {
          return Optional.of(opened);
        }
        opened.close();
      }
    }
    return Optional.empty();
  }

  /** By the description, since opening a model takes a moment. */
  private static boolean mayYield(ModelDescription model, Space space) {
    return model.space(Prepared.PUBLISHED).equals(space)
        || Prepared.find(model)
            .map(Prepared::form)
            .map(model::space)
            .filter(space::equals)
            .isPresent();
  }

  /** The model of each language, as the descriptions and the settings say. */
  Map<Language, ModelDescription> choose(Set<Space> familiar) {
    List<ModelDescription> described =
        descriptions().stream().filter(model -> !model.reads()).toList();
    Map<Language, ModelDescription> chosen = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      chosen.put(language, choose(language, described, familiar));
    }
    return chosen;
  }

  private ModelDescription choose(
      Language language, List<ModelDescription> described, Set<Space> familiar) {
    String wanted = settings.chosen().get(language);
    List<ModelDescription> fit = fitting(language, described, wanted);
    if (fit.size() == 1) {
      return fit.getFirst();
    }
    List<ModelDescription> known = fit.stream().filter(model -> isOf(familiar, model)).toList();
    if (known.size() == 1) {
      LOG.log(
          Level.WARNING,
          () ->
              "More than one model below %s is for the language '%s' (%s). The index goes on with %s; set gill.embed.model.%s to choose."
                  .formatted(
                      folder,
                      language.code(),
                      names(fit),
                      known.getFirst().name(),
                      language.code()));
      return known.getFirst();
    }
    if (fit.size() > 1) {
      throw new ModelException(
          "More than one model below %s is for the language '%s' (%s): choose one in the configuration or take the others away."
              .formatted(folder, language.code(), names(fit)));
    }
    throw new ModelException(
        "No model%s below %s is for the language '%s', only %s: add a folder with a %s that lists it."
            .formatted(
                wanted == null ? "" : " named '" + wanted + "'",
                folder,
                language.code(),
                names(described),
                DESCRIPTION));
  }

  /**
   * Those of the wanted name; if none is wanted, those that go before others, where there are any.
   */
  private static List<ModelDescription> fitting(
      Language language, List<ModelDescription> described, String wanted) {
    List<ModelDescription> fit =
        described.stream()
            .filter(model -> model.speaks(language))
            .filter(model -> wanted == null || model.name().equals(wanted))
            .toList();
    boolean some = wanted == null && fit.stream().anyMatch(ModelDescription::byDefault);
    return some ? fit.stream().filter(ModelDescription::byDefault).toList() : fit;
  }

  private static boolean isOf(Set<Space> familiar, ModelDescription model) {
    return familiar.stream().anyMatch(space -> space.model().startsWith(model.name() + "@"));
  }

  /** What lies in the folder, in the order of its folders. */
  List<ModelDescription> descriptions() {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .map(each -> each.resolve(DESCRIPTION))
          .filter(Files::isRegularFile)
          .sorted()
          .map(ModelDescription::read)
          .toList();
    } catch (IOException e) {
      throw new ModelException(
          "The folder %s for models cannot be read: name the one that holds a folder for each model."
              .formatted(folder),
          e);
    }
  }

  private static String names(List<ModelDescription> models) {
    return models.isEmpty()
        ? "none"
        : models.stream().map(ModelDescription::name).collect(Collectors.joining(", "));
  }
}
