package dev.gill.app.cli;

import dev.gill.answer.Answerer;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.index.IndexEngine;
import dev.gill.retrieve.Retriever;
import dev.gill.skill.Gathering;
import dev.gill.skill.Subject;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What skills are made from: the index as it is at the moment, beside a Gill that may be writing to
 * it, and the models, which are opened when the first topic is looked for.
 */
final class SkillGround implements AutoCloseable {
  private final GillConfig config = ConfigFile.of(ConfigFile.read());
  private Embedders embedders;
  private Scorers readers = Scorers.none();

  /** What is done with what can be gathered. */
  interface Work {
    /** The paths that were written or deleted. */
    SortedSet<String> with(Gathering gathering) throws InterruptedException;
  }

  SortedSet<String> on(Subject subject, Work work) throws InterruptedException {
    try (IndexEngine index = House.engines().reading(House.indexFolder(config))) {
      Optional<Answerer> answerer =
          subject instanceof Subject.Topic ? Optional.of(answerer(index)) : Optional.empty();
      return work.with(new Gathering(index, answerer));
    }
  }

  private Answerer answerer(IndexEngine index) {
    if (embedders == null) {
      embedders = House.embedders(config);
      readers = House.models(config).openReaders();
    }
    Retriever retriever = new Retriever(index, embedders, House.aids(config, readers));
    return new QuotingAnswerer(retriever, _ -> Optional.empty());
  }

  @Override
  public void close() {
    readers.close();
    if (embedders != null) {
      embedders.close();
    }
  }
}
