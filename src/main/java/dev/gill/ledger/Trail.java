package dev.gill.ledger;

import dev.gill.model.Answer;
import dev.gill.model.Question;
import java.util.Optional;

/** Keeps who asked what, and what was answered. Nothing in it is needed to answer. */
public interface Trail {
  /**
   * Keeps one question with its answer. Never fails and never waits: what cannot be kept is left
   * out.
   *
   * @return what names the entry, to say something of the answer later; empty if none is kept
   */
  Optional<String> keep(AskedOn surface, Question question, Answer answer);

  /**
   * Keeps what somebody said of an answer, if its entry is there. Never fails and never waits.
   *
   * @param entry what {@link #keep} returned
   */
  default void say(String entry, Said said) {
    // where no entry is kept, nothing can be said of it
  }

  /** Keeps nothing. */
  static Trail none() {
    return (surface, question, answer) -> Optional.empty();
  }
}
