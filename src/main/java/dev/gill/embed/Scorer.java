package dev.gill.embed;

import java.util.List;

/**
 * Reads a question together with passages, and says how likely each answers it and where. The same
 * pair yields the same reading whatever else is read with it. Safe for use by several threads.
 */
public interface Scorer extends AutoCloseable {
  /**
   * A passage to be read.
   *
   * @param headings the path that it stands under, as in {@code Guide > Leave}; may be empty
   */
  record Page(String headings, String text) {}

  /**
   * Reads each passage for the question, in order. What is longer than the model takes in is not
   * read to its end.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  List<Reading> read(String question, List<Page> passages) throws InterruptedException;

  /** Lets go of the model. */
  @Override
  void close();
}
