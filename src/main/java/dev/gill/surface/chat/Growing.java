package dev.gill.surface.chat;

import dev.gill.answer.AnswerListener;
import dev.gill.model.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer that everybody there sees grow while a model words it, where the chat can revise what
 * was said. It is revised no more often than chats let a message be.
 */
final class Growing implements AnswerListener {
  private static final Duration APART = Duration.ofSeconds(1);

  private final Speaker speaker;
  private final Spot spot;
  private final InstantSource clock;
  private final Function<List<Statement>, Card> drawing;
  private final List<Statement> statements = new ArrayList<>();
  private Optional<String> begun = Optional.empty();
  private Instant last;
  private boolean refused;

  /**
   * @param drawing draws statements of which more follow
   */
  Growing(
      Speaker speaker, Spot spot, InstantSource clock, Function<List<Statement>, Card> drawing) {
    this.speaker = speaker;
    this.spot = spot;
    this.clock = clock;
    this.drawing = drawing;
    this.last = clock.instant();
  }

  @Override
  public void said(Statement statement) {
    statements.add(statement);
    Instant now = clock.instant();
    if (!speaker.revises() || refused || now.isBefore(last.plus(APART))) {
      return;
    }
    try {
      show(drawing.apply(statements));
      last = now;
    } catch (ChatException e) {
      refused = true; // the whole answer is tried all the same
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Says the whole answer, in the place of what was said of it.
   *
   * @throws ChatException if the chat does not take it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void end(Card card) throws ChatException, InterruptedException {
    show(card);
  }

  private void show(Card card) throws ChatException, InterruptedException {
    if (begun.isPresent()) {
      speaker.revise(spot, begun.get(), card);
    } else {
      begun = Optional.of(speaker.aloud(spot, card));
    }
  }
}
