package dev.gill.answer.chat;

import dev.gill.model.Composition.Outcome;
import java.util.OptionalLong;

/** A chat model gave no reply. Its message repeats nothing that a server said. */
public final class ChatModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final transient OptionalLong tokensOut;

  /**
   * @param outcome what came of asking: {@code DOWN}, {@code SLOW} or {@code NONSENSE}
   */
  public ChatModelException(Outcome outcome, String message) {
    this(outcome, message, OptionalLong.of(0));
  }

  /**
   * @param outcome what came of asking: {@code DOWN}, {@code SLOW} or {@code NONSENSE}
   * @param tokensOut that came nevertheless; empty if nobody knows
   */
  public ChatModelException(Outcome outcome, String message, OptionalLong tokensOut) {
    super(message);
    this.outcome = outcome;
    this.tokensOut = tokensOut;
  }

  /** The tokens that came nevertheless; empty if nobody knows. */
  public OptionalLong tokensOut() {
    return tokensOut;
  }

  /** What came of asking. */
  public Outcome outcome() {
    return outcome;
  }
}
