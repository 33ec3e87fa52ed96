package dev.gill.app.house;

import dev.gill.answer.Answerer;
import dev.gill.answer.Assessor;
import dev.gill.answer.Quoting;
import dev.gill.app.config.AnswerModel;
import dev.gill.app.config.AnswerModels;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Groups;
import dev.gill.app.config.Sources;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.lucene.LuceneEngines;
import dev.gill.model.Directory;
import dev.gill.model.Space;
import dev.gill.parse.formats.Formats;
import dev.gill.retrieve.Aids;
import dev.gill.sync.Breath;
import dev.gill.sync.Breathing;
import dev.gill.sync.SyncMonitor;
import dev.gill.translate.Dictionary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** All stages joined to one running whole. */
public final class House implements AutoCloseable {
  private final Embedders embedders;
  private final Scorers readers;
  private final Serving serving;
  private final Answerer answerer;
  private final Guard guard;
  private final IndexEngine engine;
  private final SyncMonitor monitor;
  private final Directory directory;
  private final boolean foundIndex;

  private House(
      Embedders embedders,
      Scorers readers,
      Opening.Opened opened,
      Groups groups,
      Function<Quoting, Answerer> composing) {
    this.embedders = embedders;
    this.readers = readers;
    this.serving = opened.serving();
    this.answerer = composing.apply(serving);
    this.guard = opened.guard();
    this.engine = new ServedIndex(serving, guard::isMending);
    this.monitor = new ServedSync(serving, guard::renewal, opened.anew());
    this.directory = new TeamDirectory(groups, engine);
    this.foundIndex = monitor.sources().stream().anyMatch(source -> source.cursor().isPresent());
  }

  /**
   * Opens the models and the index; no source is read before the house is started.
   *
   * @throws RuntimeException with one sentence that says what to do
   */
  public static House open(GillConfig config, Clock clock) {
    Optional<AnswerModel> model = AnswerModels.of(config);
    Groups groups = Groups.of(config);
    Embedders embedders = embedders(config).remembering(ConfiguredModels.REMEMBERED);
    Scorers readers = Scorers.none();
    try {
      readers = models(config).openReaders();
      Aids aids = aids(config, readers);
      Joining joining =
          new Joining(
              () -> new Sources(config, clock).followed(),
              new Formats(),
              Formats.RECIPE,
              new Sources(config, clock).discretion(),
              aids,
              clock);
      return join(
          new Opening(
              config.data(),
              engines(),
              new ConfiguredModels(models(config), embedders),
              joining,
              Room.ofDisk()),
          readers,
          groups,
          quoting ->
              model
                  .map(
                      each ->
                          Composing.with(each, quoting, aids.translator(), config.data(), clock))
                  .orElse(quoting));
    } catch (RuntimeException e) {
      readers.close();
      embedders.close();
      throw e;
    }
  }

  /** Takes the readers and the chosen models over. */
  static House join(Opening opening, Scorers readers, Groups groups) {
    return join(opening, readers, groups, quoting -> quoting);
  }

  private static House join(
      Opening opening, Scorers readers, Groups groups, Function<Quoting, Answerer> composing) {
    return new House(opening.models().chosen(), readers, opening.open(), groups, composing);
  }

  /**
   * The models of a configuration, opened; where it leaves the choice, those of the index.
   *
   * @throws RuntimeException with one sentence that says what to do
   */
  public static Embedders embedders(GillConfig config) {
    return models(config).open(familiar(config));
  }

  /** What the index was built with, if that can be read. */
  private static Set<Space> familiar(GillConfig config) {
    try {
      return engines().spaces(indexFolder(config)).orElse(Set.of());
    } catch (IndexException e) {
      return Set.of(); // what is wrong with it is said when it is opened
    }
  }

  /** What opens an index. */
  public static Engines engines() {
    return new LuceneEngines();
  }

  /** Where the index in use of a configuration lies. */
  public static Path indexFolder(GillConfig config) {
    return new IndexFolders(config.data()).current();
  }

  /** The models of a configuration. */
  public static OnnxModels models(GillConfig config) {
    return new OnnxModels(config.models(), ModelSettings.of(config));
  }

  /** What helps to find passages, with what was learnt from feedback. */
  public static Aids aids(GillConfig config, Scorers readers) {
    return new Aids(readers, Dictionary.open(config.models()), Learnt.in(config.data()).read());
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

  /**
   * Starts to follow the sources, and to build another index whenever one is needed.
   *
   * @param feed gets every breath, from the thread that took it
   */
  public void start(Consumer<Breath> feed) {
    Breathing breathing = breathing();
    breathing.onBreath(feed);
    breathing.start();
    guard.start();
  }

  /**
   * Follows all sources anew, as a start does: by what the configuration and the list of the
   * forgotten say now. Takes as long as what is being read needs to stop.
   *
   * @return whether; not while another index is being built
   */
  public boolean followAnew() {
    return guard.unlessMending(LiveIndex::followAnew);
  }

  /** What keeps the index in step that is in use now; another one may take its place. */
  public Breathing breathing() {
    return serving.present().breathing();
  }

  /** How the sources fare. */
  public SyncMonitor monitor() {
    return monitor;
  }

  /** Who is who. */
  public Directory directory() {
    return directory;
  }

  /** The door through which to ask. */
  public Answerer answerer() {
    return answerer;
  }

  /** Says what answers are made of. */
  public Assessor assessor() {
    return serving;
  }

  @Override
  public void close() {
    guard.close();
    serving.present().close();
    readers.close();
    embedders.close();
  }
}
