package dev.gill.answer;

import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Composition;
import dev.gill.model.Question;
import dev.gill.model.Statement;
import java.util.List;
import java.util.Optional;

/** Answers with quotes, and says what they were chosen from. */
public interface Quoting extends Answerer {
  /** An answer of quotes with what it is made of. */
  record Quoted(Answer answer, Assessment assessment) {}

  /**
   * Answers a question.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Quoted quoted(Question question) throws InterruptedException;

  /** An answer of other statements, as current as the sources that they cite. */
  Answer.Grounded grounded(List<Statement> statements, Optional<Composition> composition);

  /**
   * Whether each cited document is still at that revision, and may still be read by whoever asked.
   */
  boolean holds(Question question, List<Citation> citations);

  @Override
  default Answer answer(Question question) throws InterruptedException {
    return quoted(question).answer();
  }
}
