package dev.gill.surface;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.Answerer;
import dev.gill.answer.Restated;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Trail;
import dev.gill.model.Answer;
import dev.gill.model.Composition;
import dev.gill.model.Composition.Effort;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The one way in which every surface asks, so that all give the same answer and leave a trail. */
@Singleton
public final class Asking {
  /** Unicode characters of a question. */
  public static final int LONGEST_QUESTION = 2_000;

  private final Answerer answerer;
  private final Trail trail;

  /** Asks this answerer, and keeps what was asked. */
  @Inject
  public Asking(Answerer answerer, Trail trail) {
    this.answerer = answerer;
    this.trail = trail;
  }

  /**
   * An answer that was given.
   *
   * @param entry what names it in the trail; empty if none is kept
   * @param restated what was taken for the question, where that is not what was asked
   */
  public record Asked(Answer answer, Optional<String> entry, Optional<Restated> restated) {
    /** What a chat model took for it altogether. */
    public Effort effort() {
      Effort answering = answer.composition().map(Composition::effort).orElseGet(Effort::none);
      return restated.map(each -> answering.plus(each.effort())).orElse(answering);
    }
  }

  /**
   * Answers a question.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Asked ask(AskedOn surface, Question question) throws InterruptedException {
    return ask(surface, question, Optional.empty(), AnswerListener.none());
  }

  /**
   * Answers a question of a conversation; as it stands where no model words it otherwise.
   *
   * @param before what was asked before, oldest first
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Asked ask(AskedOn surface, Question question, List<String> before)
      throws InterruptedException {
    return ask(surface, question, before, AnswerListener.none());
  }

  /**
   * The same for somebody who listens while the answer is worded.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Asked ask(AskedOn surface, Question question, List<String> before, AnswerListener listener)
      throws InterruptedException {
    return ask(surface, question, restated(question, before), listener);
  }

  /**
   * Answers what a question was taken for.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Asked ask(
      AskedOn surface, Question question, Optional<Restated> restated, AnswerListener listener)
      throws InterruptedException {
    Question meant = restated.map(Restated::question).orElse(question);
    Answer answer = answerer.answer(meant, listener);
    return new Asked(
        answer,
        trail.keep(surface, meant, answer),
        restated.filter(each -> each.differsFrom(question.text())));
  }

  /**
   * What a question means after others; empty if no model says that.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Optional<Restated> restated(Question question, List<String> before)
      throws InterruptedException {
    return before.isEmpty() ? Optional.empty() : answerer.restated(question, before);
  }

  /**
   * The k best passages for a question, best first.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public List<Scored> search(Question question, int k) throws InterruptedException {
    return answerer.search(question, k);
  }
}
