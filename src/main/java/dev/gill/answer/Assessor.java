package dev.gill.answer;

import dev.gill.model.Question;

/** Says what an answer would be made of. */
@FunctionalInterface
public interface Assessor {
  /**
   * Assesses one question.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Assessment assess(Question question) throws InterruptedException;
}
