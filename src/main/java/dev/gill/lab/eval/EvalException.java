package dev.gill.lab.eval;

import java.io.IOException;

/** A set cannot be read. The message is one sentence that says what to do. */
public final class EvalException extends IOException {
  private static final long serialVersionUID = 1L;

  EvalException(String message) {
    super(message);
  }

  EvalException(String message, Throwable cause) {
    super(message, cause);
  }
}
