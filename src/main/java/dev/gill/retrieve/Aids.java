package dev.gill.retrieve;

import dev.gill.embed.Scorers;
import dev.gill.translate.Translator;

/**
 * What helps a retriever beside the index and the embedders.
 *
 * @param readers re-read what was found, for the languages that they are for
 * @param translator renders questions for documents in another language
 */
public record Aids(Scorers readers, Translator translator) {
  /** Nothing is re-read and nothing translated. */
  public static Aids none() {
    return new Aids(Scorers.none(), Translator.none());
  }
}
