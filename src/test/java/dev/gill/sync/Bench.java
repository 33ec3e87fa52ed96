package dev.gill.sync;

import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.MemoryEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.Failure;
import dev.gill.model.Forgotten;
import dev.gill.model.Language;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A breathing loop over sources that a test holds in its hands. */
final class Bench implements AutoCloseable {
  static final Space ENGLISH = new Space("hash-en", 32);
  static final Space CHINESE = new Space("hash-zh", 16);
  static final Set<Space> SPACES = Set.of(ENGLISH, CHINESE);

  /** So long that no test sees it come round by itself. */
  static final Duration EVERY = Duration.ofHours(1);

  private final HandClock clock = new HandClock();
  private final WatchedParser parser = new WatchedParser();
  private final WatchedEmbedder english = new WatchedEmbedder(ENGLISH.model(), ENGLISH.dimension());
  private final WatchedEmbedder chinese = new WatchedEmbedder(CHINESE.model(), CHINESE.dimension());
  private final FrailEngine engine;

  Bench() {
    this(new MemoryEngine());
  }

  /** Takes the engine over. */
  Bench(IndexEngine engine) {
    this.engine = new FrailEngine(engine);
  }

  HandClock clock() {
    return clock;
  }

  WatchedParser parser() {
    return parser;
  }

  WatchedEmbedder model() {
    return english;
  }

  WatchedEmbedder chineseModel() {
    return chinese;
  }

  FrailEngine engine() {
    return engine;
  }

  /** As Gill does when it starts. */
  Breathing follow(ScriptedSource... sources) {
    return follow("parser-1", sources);
  }

  Breathing follow(String parserRecipe, ScriptedSource... sources) {
    return follow(intake(parserRecipe), sources);
  }

  Breathing follow(Intake intake, ScriptedSource... sources) {
    return new Breathing(
        Arrays.stream(sources).map(source -> new Followed(source, "scripted", EVERY)).toList(),
        engine,
        intake,
        clock);
  }

  Intake intake() {
    return intake("parser-1");
  }

  Intake unmasking(Set<SourceId> unmasked) {
    return intake("parser-1", new Discretion(unmasked, Forgotten.NOBODY));
  }

  Intake nameless(Forgotten forgotten) {
    return intake("parser-1", new Discretion(Set.of(), forgotten));
  }

  private Intake intake(String parserRecipe) {
    return intake(parserRecipe, Discretion.USUAL);
  }

  private Intake intake(String parserRecipe, Discretion discretion) {
    Embedders embedders =
        new Embedders(Map.of(Language.ENGLISH, english, Language.CHINESE, chinese));
    return new Intake(engine, parser, parserRecipe, discretion, embedders, clock);
  }

  /** Forgets what was parsed and embedded so far. */
  void forgetCounts() {
    parser.parsed().clear();
    english.embedded().clear();
    chinese.embedded().clear();
  }

  <T> T now(Function<Snapshot, T> look) {
    try (Snapshot snapshot = engine.snapshot()) {
      return look.apply(snapshot);
    }
  }

  Optional<StoredDocument> document(String key) {
    return now(index -> index.document(Told.id(key)));
  }

  List<String> chunks(String key) {
    return document(key).orElseThrow().chunks().stream().map(Chunk::text).toList();
  }

  List<String> keys() {
    return keys(Told.WIKI);
  }

  List<String> keys(SourceId source) {
    return now(index -> index.documents(source)).stream().map(doc -> doc.key()).toList();
  }

  SourceLedger ledger() {
    return now(index -> index.ledger(Told.WIKI));
  }

  List<Failure> failures() {
    return ledger().failures();
  }

  @Override
  public void close() {
    engine.close();
  }
}
