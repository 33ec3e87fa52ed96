package dev.gill.retrieve;

import dev.gill.embed.Scorers;
import dev.gill.translate.Translator;

/**
 * What helps a retriever beside the index and the embedders.
 *
 * @param readers re-read what was found, for the languages that they are for
 * @param translator renders questions for documents in another language
 * @param tunings what counts how much where something was read
 */
public record Aids(Scorers readers, Translator translator, Tunings tunings) {
  /** With the tunings as measured. */
  public Aids(Scorers readers, Translator translator) {
    this(readers, translator, Tunings.measured());
  }

  /** Nothing is re-read and nothing translated. */
  public static Aids none() {
    return new Aids(Scorers.none(), Translator.none());
  }
}
