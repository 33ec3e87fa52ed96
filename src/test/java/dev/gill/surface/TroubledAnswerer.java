package dev.gill.surface;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.Answerer;
import dev.gill.answer.Restated;
import dev.gill.model.Answer;
import dev.gill.model.Composition;
import dev.gill.model.Flaw;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A real answerer that breaks, or says that a chat model was asked, when a question says so, which
 * a real one alone never does.
 */
record TroubledAnswerer(Answerer real, Semaphore gate) implements Answerer {
  private static final Composition WORDED =
      new Composition(
          "small <b>",
          Composition.Outcome.WORDED,
          List.of(new Composition.Dropped("Stop it for <b>90</b> minutes.", Flaw.NUMBER)),
          new Composition.Effort(700, 40, Duration.ofMillis(1_250), Optional.empty(), false));

  @Override
  public Answer answer(Question question) throws InterruptedException {
    return answer(question, AnswerListener.none());
  }

  @Override
  public Answer answer(Question question, AnswerListener listener) throws InterruptedException {
    if (question.text().contains("explode")) {
      throw new IllegalStateException("connection refused, password=hunter2");
    }
    if (question.text().contains("wait at the gate")) {
      gate.acquire();
    }
    if (question.text().contains("interrupt")) {
      throw new InterruptedException();
    }
    Answer answer = real.answer(question, listener);
    return question.text().contains("by a model") && answer instanceof Answer.Grounded quoted
        ? new Answer.Grounded(quoted.statements(), quoted.asOf(), Optional.of(WORDED))
        : answer;
  }

  @Override
  public List<Scored> search(Question question, int k) throws InterruptedException {
    return real.search(question, k);
  }

  @Override
  public Optional<Restated> restated(Question question, List<String> before)
      throws InterruptedException {
    return real.restated(question, before);
  }
}
