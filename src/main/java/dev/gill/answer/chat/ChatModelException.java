package dev.gill.answer.chat;

import dev.gill.model.Composition.Outcome;

/** A chat model gave no reply. Its message repeats nothing that a server said. */
public final class ChatModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  /**
   * @param outcome what came of asking: {@code DOWN}, {@code SLOW} or {@code NONSENSE}
   */
  public ChatModelException(Outcome outcome, String message) {
    super(message);
    this.outcome = outcome;
  }

  /** What came of asking. */
  public Outcome outcome() {
    return outcome;
  }
}
