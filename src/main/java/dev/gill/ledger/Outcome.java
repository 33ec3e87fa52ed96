package dev.gill.ledger;

import dev.gill.model.Answer;

/** What came of a question. */
public enum Outcome {
  /** There was an answer. */
  ANSWERED,
  /** Something was near, but may not answer. */
  NEAR,
  /** Nothing supported an answer. */
  UNKNOWN,
  /** It was no question that Gill answers, such as one to speak as somebody. */
  DECLINED;

  /** Of an answer. */
  public static Outcome of(Answer answer) {
    return switch (answer) {
      case Answer.Grounded _ -> ANSWERED;
      case Answer.Near _ -> NEAR;
      case Answer.Unknown unknown -> unknown.declined().isPresent() ? DECLINED : UNKNOWN;
    };
  }

  /** Whether whoever asked went away without an answer that the documents could have given. */
  public boolean leavesAGap() {
    return this == NEAR || this == UNKNOWN;
  }
}
