package dev.gill.surface.chat;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.Restated;
import dev.gill.ledger.AskedOn;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.surface.Asking;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks what somebody asks in a chat, and keeps what was answered while its buttons are there. */
final class Questions {
  /** Unicode characters of a question. */
  static final int LONGEST = 2_000;

  private static final int KEPT = 20_000;

  private final Asking asking;
  private final AskedOn product;
  private final Bounded<String, Given> given = new Bounded<>(KEPT);

  Questions(Asking asking, AskedOn product) {
    this.asking = asking;
    this.product = product;
  }

  /**
   * Answers a question as a chat model words it after those before. Where none does, it is asked
   * along with the one before if it can hardly be understood without that; any other alone, since
   * what the thread was about before is no answer to it.
   *
   * @param before what was asked in the same thread, oldest first
   * @param open whether everybody there will see the answer
   */
  Given ask(String account, Reader reader, String text, List<String> before, boolean open)
      throws InterruptedException {
    return ask(account, reader, text, before, open, AnswerListener.none());
  }

  /** The same for somebody who listens while a model words the answer. */
  Given ask(
      String account,
      Reader reader,
      String text,
      List<String> before,
      boolean open,
      AnswerListener listener)
      throws InterruptedException {
    Question question = new Question(text, reader);
    Optional<Restated> restated = asking.restated(question, before);
    if (restated.isPresent()) {
      return given(account, text, question, restated, open, listener);
    }
    if (before.isEmpty() || !FollowUps.leans(text)) {
      return given(account, text, question, Optional.empty(), open, listener);
    }
    String joined = FollowUps.joined(before.getLast(), text, LONGEST);
    Given both = given(account, reader, text, joined, open);
    if (both.answer() instanceof Answer.Grounded) {
      return both;
    }
    Given alone = given(account, reader, text, text, open);
    return alone.answer() instanceof Answer.Grounded ? alone : both;
  }

  /** An answer that was given; empty if it is too long ago. */
  Optional<Given> find(String id) {
    return given.get(id);
  }

  private Given given(String account, Reader reader, String asked, String text, boolean open)
      throws InterruptedException {
    Question question = new Question(text, reader);
    return given(account, asked, question, Optional.empty(), open, AnswerListener.none());
  }

  private Given given(
      String account,
      String asked,
      Question question,
      Optional<Restated> restated,
      boolean open,
      AnswerListener listener)
      throws InterruptedException {
    Asking.Asked answered = asking.ask(product, question, restated, listener);
    Given made =
        new Given(
            UUID.randomUUID().toString(),
            account,
            asked,
            restated.map(Restated::question).orElse(question),
            answered,
            open);
    given.put(made.id(), made);
    return made;
  }
}
