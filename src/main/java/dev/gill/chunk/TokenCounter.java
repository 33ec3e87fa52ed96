package dev.gill.chunk;

/**
 * How many tokens the embedding model sees in a text. Must add up over texts parted at white space
 * or sentence ends.
 */
@FunctionalInterface
public interface TokenCounter {
  /** The tokens of a text, without those that the model adds by itself. */
  int count(String text);
}
