package dev.gill.chunk;

/**
 * How many tokens the embedding model sees in a text. Should about add up over texts parted at
 * white space, sentence ends or punctuation.
 */
@FunctionalInterface
public interface TokenCounter {
  /** The tokens of a text, without those that the model adds by itself. */
  int count(String text);
}
