package dev.gill.app.house;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.model.Space;
import dev.gill.parse.Parser;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.sync.Breathing;
import dev.gill.sync.Discretion;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Joins all stages over one index.
 *
 * @param sources makes the sources anew each time: they remember how far they were followed
 * @param recipe names the version of the parser
 * @param discretion what of documents is not taken in
 */
record Joining(
    Supplier<List<Followed>> sources,
    Parser parser,
    String recipe,
    Discretion discretion,
    Aids aids,
    InstantSource clock) {
  /**
   * Nothing is read yet. Takes the engine over, also if it fails.
   *
   * @param asking embeds questions and what answers are made of
   * @param intake embeds what is taken in; of the same spaces
   * @param whole the spaces that the whole index is embedded in
   * @param models are closed with what is joined
   */
  LiveIndex join(
      Path folder,
      IndexEngine engine,
      Embedders asking,
      Embedders intake,
      Set<Space> whole,
      List<Embedder> models) {
    try {
      Intake takes = new Intake(engine, parser, recipe, discretion, intake, clock);
      Following following = new Following(sources, all -> new Breathing(all, engine, takes, clock));
      following.present().withdrawOthers();
      following.present().applyConfiguredRights();
      Retriever retriever = new Retriever(engine, asking, aids, whole::contains);
      QuotingAnswerer answerer = new QuotingAnswerer(retriever, following::inStepAt, clock);
      return new LiveIndex(folder, engine, takes, following, answerer, models);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }
}
