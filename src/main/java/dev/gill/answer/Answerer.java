package dev.gill.answer;

import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import java.util.List;
import java.util.Optional;

/** The one door through which every surface asks. Safe for use by several threads. */
public interface Answerer {
  /**
   * Answers from the documents that the reader may read, with checked citations, or says that it
   * does not know.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Answer answer(Question question) throws InterruptedException;

  /**
   * The same, and hands on what of it is ready while the rest is still being worded. The answer is
   * the one that nobody listens to.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  default Answer answer(Question question, AnswerListener listener) throws InterruptedException {
    return answer(question);
  }

  /**
   * The k best passages for a question, best first, without an answer made of them.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  List<Scored> search(Question question, int k) throws InterruptedException;

  /**
   * Words a question so that it can be understood without those that were asked before.
   *
   * @param before what was asked before, oldest first
   * @return empty if nothing here can do that, or what came of it does not hold
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  default Optional<Restated> restated(Question question, List<String> before)
      throws InterruptedException {
    return Optional.empty();
  }
}
