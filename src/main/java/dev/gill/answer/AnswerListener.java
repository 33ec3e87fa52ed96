package dev.gill.answer;

import dev.gill.model.Statement;

/** Hears what of an answer is ready while the rest is still being worded. Throws nothing. */
@FunctionalInterface
public interface AnswerListener {
  /**
   * A statement was found to hold. It is part of the answer unless what words it fails before its
   * end; then quotes are the whole answer. Called in order, by the thread that asks, before the
   * answer is returned; never for an answer that is ready at once.
   */
  void said(Statement statement);

  /** For whoever waits for the whole answer. */
  static AnswerListener none() {
    return _ -> {};
  }
}
