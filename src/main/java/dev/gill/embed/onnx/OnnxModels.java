package dev.gill.embed.onnx;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorer;
import dev.gill.embed.Scorers;
import dev.gill.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of a folder: each in a folder of its own, with a {@code model.properties}. */
public final class OnnxModels {
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
    Map<Language, ModelDescription> chosen = choose();
    NativeLibraries.prepare(settings.data()); // before two threads want them
    Map<ModelDescription, Embedder> opened = open(Set.copyOf(chosen.values()));
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
  private Map<ModelDescription, Embedder> open(Set<ModelDescription> models) {
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

  /** The model of each language, as the descriptions and the settings say. */
  Map<Language, ModelDescription> choose() {
    List<ModelDescription> described =
        descriptions().stream().filter(model -> !model.reads()).toList();
    Map<Language, ModelDescription> chosen = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      chosen.put(language, choose(language, described));
    }
    return chosen;
  }

  private ModelDescription choose(Language language, List<ModelDescription> described) {
    String wanted = settings.chosen().get(language);
    List<ModelDescription> fit =
        described.stream()
            .filter(model -> model.speaks(language))
            .filter(model -> wanted == null ? model.byDefault() : model.name().equals(wanted))
            .toList();
    if (fit.size() == 1) {
      return fit.getFirst();
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
