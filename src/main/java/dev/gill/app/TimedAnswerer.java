package dev.gill.app;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.Answerer;
import dev.gill.answer.Restated;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;

/** Measures how long answers take, and how many questions found one. */
final class TimedAnswerer implements Answerer {
  private final Answerer inner;
  private final MeterRegistry meters;

  TimedAnswerer(Answerer inner, MeterRegistry meters) {
    this.inner = inner;
    this.meters = meters;
  }

  @Override
  public Answer answer(Question question) throws InterruptedException {
    return answer(question, AnswerListener.none());
  }

  @Override
  public Answer answer(Question question, AnswerListener listener) throws InterruptedException {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "error";
    try {
      Answer answer = inner.answer(question, listener);
      outcome =
          switch (answer) {
            case Answer.Grounded _ -> "answered";
            case Answer.Near _ -> "near";
            case Answer.Unknown _ -> "unknown";
          };
      return answer;
    } finally {
      sample.stop(
          Timings.of("gill.ask", "Time from a question to its answer")
              .tag("outcome", outcome)
              .register(meters));
    }
  }

  @Override
  public List<Scored> search(Question question, int k) throws InterruptedException {
    Timer.Sample sample = Timer.start(meters);
    try {
      return inner.search(question, k);
    } finally {
      sample.stop(Timings.of("gill.search", "Time from a search to its passages").register(meters));
    }
  }

  @Override
  public Optional<Restated> restated(Question question, List<String> before)
      throws InterruptedException {
    return inner.restated(question, before);
  }
}
