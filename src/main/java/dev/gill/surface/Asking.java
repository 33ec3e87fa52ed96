package dev.gill.surface;

import dev.gill.answer.Answerer;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Trail;
import dev.gill.model.Answer;
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
   */
  public record Asked(Answer answer, Optional<String> entry) {}

  /**
   * Answers a question.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Asked ask(AskedOn surface, Question question) throws InterruptedException {
    Answer answer = answerer.answer(question);
    return new Asked(answer, trail.keep(surface, question, answer));
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
