package dev.gill.surface;

import dev.gill.answer.Answerer;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A real answerer that breaks when a question says so, which a real one alone never does. */
record TroubledAnswerer(Answerer real, Semaphore gate) implements Answerer {
  @Override
  public Answer answer(Question question) throws InterruptedException {
    if (question.text().contains("explode")) {
      throw new IllegalStateException("connection refused, password=hunter2");
    }
    if (question.text().contains("wait at the gate")) {
      gate.acquire();
    }
    if (question.text().contains("interrupt")) {
      throw new InterruptedException();
    }
    return real.answer(question);
  }

  @Override
  public List<Scored> search(Question question, int k) throws InterruptedException {
    return real.search(question, k);
  }
}
