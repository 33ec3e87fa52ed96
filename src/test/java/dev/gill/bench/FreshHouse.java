package dev.gill.bench;

import dev.gill.answer.Answerer;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Language;
import dev.gill.model.SourceId;
import dev.gill.parse.formats.Formats;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import dev.gill.translate.Dictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The real house over folders on disk; only the vectors of the bulk come from a stand-in. Sources
 * can be added while it runs, each followed by a breathing of its own.
 */
final class FreshHouse implements AutoCloseable {
  private final Path work;
  private final List<StandInEmbedder> standIns = new ArrayList<>();
  private final Embedders embedders;
  private final Scorers readers;
  private final IndexEngine engine;
  private final Intake intake;
  private final Answerer answerer;
  private final List<Breathing> breathings = new ArrayList<>();

  /**
   * Opens the index below a work folder, and the models.
   *
   * @param remembered how many vectors each embedder remembers
   * @param read whether passages are read together with the question
   */
  FreshHouse(Path models, Path work, int remembered, boolean read) {
    this.work = work;
    OnnxModels all = new OnnxModels(models, OnnxSettings.defaults());
    Embedders real = all.open();
    readers = read ? all.openReaders() : Scorers.none();
    Map<Language, Embedder> wrapped = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      StandInEmbedder standIn = new StandInEmbedder(real.of(language));
      standIns.add(standIn);
      wrapped.put(language, standIn);
    }
    embedders = new Embedders(wrapped).remembering(remembered);
    engine = LuceneEngine.open(work.resolve("index"), new HashSet<>(embedders.spaces().values()));
    intake = new Intake(engine, new Formats(), Formats.RECIPE, embedders, Clock.systemUTC());
    answerer =
        new QuotingAnswerer(
            new Retriever(engine, embedders, new Aids(readers, Dictionary.open(models))),
            source ->
                breathings.stream()
                    .flatMap(breathing -> breathing.inStepAt(source).stream())
                    .findFirst());
  }

  /** The folder of a source. */
  Path folder(String source) throws IOException {
    return Files.createDirectories(work.resolve(source));
  }

  /** A breathing over one folder, not started yet; closed with the house. */
  Breathing follow(String source) throws IOException {
    FolderSource folder =
        new FolderSource(
            FolderSettings.of(new SourceId(source), folder(source)),
            Formats::known,
            Clock.systemUTC());
    Breathing breathing =
        new Breathing(
            List.of(new Followed(folder, "folder", FolderSettings.SWEEP_EVERY)),
            engine,
            intake,
            Clock.systemUTC());
    breathings.add(breathing);
    return breathing;
  }

  /** Whether passages get their vectors from the stand-in. */
  void standIn(boolean on) {
    standIns.forEach(standIn -> standIn.turn(on));
  }

  /** How many texts the real models embedded in bulk. */
  long inBulk() {
    return standIns.stream().mapToLong(StandInEmbedder::inBulk).sum();
  }

  long chunks(String source) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.ledger(new SourceId(source)).chunks();
    }
  }

  IndexEngine engine() {
    return engine;
  }

  Embedders embedders() {
    return embedders;
  }

  Answerer answerer() {
    return answerer;
  }

  @Override
  public void close() {
    breathings.forEach(Breathing::close);
    engine.close();
    readers.close();
    embedders.close();
  }
}
