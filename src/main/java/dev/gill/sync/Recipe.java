package dev.gill.sync;

import dev.gill.chunk.Chunker;
import dev.gill.model.Fingerprint;
import dev.gill.source.Change;

/** Names all that a stored document was made from besides its revision's content. */
final class Recipe {
  private final String rules;

  /** {@code parser} names the version of the parsers. */
  Recipe(String parser) {
    this.rules = parser + "+" + Chunker.RECIPE;
  }

  /** The rules of parsing and chunking. */
  String rules() {
    return rules;
  }

  /** The rules, and what the source told of the document. */
  String of(Change.Upserted told) {
    return rules + "+" + Fingerprint.of(told.origin() + " " + told.scope()).hex().substring(0, 12);
  }
}
