package dev.gill.answer;

import java.util.List;

/**
 * The seam for a chat model that words an answer from quotes. None ships yet: answers are the
 * quotes themselves. Whatever stands behind it, its answer goes through the same citation check.
 */
public interface ChatModel {
  /**
   * Words an answer.
   *
   * @param question what was asked
   * @param quotes what may be used, each to be referred to by its number from 1, as {@code [1]}
   * @return the answer with its markers, or a blank text if the quotes do not answer the question
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  String word(String question, List<String> quotes) throws InterruptedException;
}
