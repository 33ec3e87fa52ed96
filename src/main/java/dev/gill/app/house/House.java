package dev.gill.app.house;

import dev.gill.answer.Answerer;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.app.config.ConfigException;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Groups;
import dev.gill.app.config.Sources;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.embed.onnx.Device;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.index.lucene.LuceneEngines;
import dev.gill.model.Directory;
import dev.gill.model.Language;
import dev.gill.parse.Formats;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.sync.Breathing;
import dev.gill.sync.Intake;
import dev.gill.translate.Dictionary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All stages joined to one running whole. */
public final class House implements AutoCloseable {
  /** Vectors of 384 numbers and their sentences take about 2 kB each. */
  private static final int REMEMBERED = 10_000;

  private final Embedders embedders;
  private final Scorers readers;
  private final IndexEngine engine;
  private final Breathing breathing;
  private final Answerer answerer;
  private final Directory directory;
  private final boolean foundIndex;

  private House(
      Embedders embedders, Aids aids, IndexEngine engine, Breathing breathing, Groups groups) {
    this.embedders = embedders;
    this.readers = aids.readers();
    this.engine = engine;
    this.breathing = breathing;
    this.answerer =
        new QuotingAnswerer(new Retriever(engine, embedders, aids), breathing::inStepAt);
    this.directory = new TeamDirectory(groups, engine);
    this.foundIndex = breathing.sources().stream().anyMatch(source -> source.cursor().isPresent());
  }

  /**
   * Opens the models and the index; no source is read before the breathing starts.
   *
   * @throws RuntimeException with one sentence that says what to do
   */
  public static House open(GillConfig config, Clock clock) {
    if (!config.answer().model().equals("none")) {
      throw new ConfigException(
          "gill.answer.model=%s is not known; set it to none.".formatted(config.answer().model()));
    }
    Groups groups = Groups.of(config);
    Embedders embedders = models(config).open().remembering(REMEMBERED);
    Scorers readers = Scorers.none();
    try {
      readers = models(config).openReaders();
      Aids aids = aids(config, readers);
      IndexEngine engine =
          SoundIndex.open(
              engines(), indexFolder(config), new HashSet<>(embedders.spaces().values()), clock);
      try {
        Intake intake = new Intake(engine, new Formats(), Formats.RECIPE, embedders, clock);
        Breathing breathing =
            new Breathing(new Sources(config, clock).followed(), engine, intake, clock);
        breathing.withdrawOthers();
        breathing.applyConfiguredRights();
        return new House(embedders, aids, engine, breathing, groups);
      } catch (RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (RuntimeException e) {
      readers.close();
      embedders.close();
      throw e;
    }
  }

  /** What opens an index. */
  public static Engines engines() {
    return new LuceneEngines();
  }

  /** Where the index of a configuration lies. */
  public static Path indexFolder(GillConfig config) {
    return config.data().resolve("index");
  }

  /** The models of a configuration. */
  public static OnnxModels models(GillConfig config) {
    OnnxSettings defaults = OnnxSettings.defaults();
    Map<Language, String> chosen =
        config.embed().model().entrySet().stream()
            .collect(Collectors.toMap(entry -> language(entry.getKey()), Map.Entry::getValue));
    return new OnnxModels(
        config.models(),
        new OnnxSettings(
            config.embed().threads().orElse(defaults.threads()),
            device(config.embed().device()),
            chosen,
            Optional.of(config.data())));
  }

  /** What helps to find passages, with what was learnt from feedback. */
  public static Aids aids(GillConfig config, Scorers readers) {
    return new Aids(readers, Dictionary.open(config.models()), Learnt.in(config.data()).read());
  }

  private static Device device(String name) {
    try {
      return Device.named(name);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.embed.device: %s.".formatted(e.getMessage()), e);
    }
  }

  private static Language language(String code) {
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    throw new ConfigException(
        "gill.embed.model.%s names no language; use en or zh.".formatted(code));
  }

  /** Whether an index was there already when the house was opened. */
  public boolean foundIndex() {
    return foundIndex;
  }

  /** The models. */
  public Embedders embedders() {
    return embedders;
  }

  /** The index. */
  public IndexEngine engine() {
    return engine;
  }

  /** The breathing loop; whoever opens the house starts it. */
  public Breathing breathing() {
    return breathing;
  }

  /** Who is who. */
  public Directory directory() {
    return directory;
  }

  /** The door through which to ask. */
  public Answerer answerer() {
    return answerer;
  }

  @Override
  public void close() {
    breathing.close();
    engine.close();
    readers.close();
    embedders.close();
  }
}
