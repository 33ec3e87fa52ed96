package dev.gill.lab.learn;

import dev.gill.answer.Weighed;
import dev.gill.model.Question;

/** What an answer would be made of. */
@FunctionalInterface
public interface Weighing {
  /**
   * Weighs one question.
   *
   * @throws InterruptedException if the thread is told to stop
   */
  Weighed weigh(Question question) throws InterruptedException;
}
