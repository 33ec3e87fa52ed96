package dev.gill.surface.chat;

import java.io.IOException;

/** A chat does not answer, or refuses. Its message names no secret. */
public final class ChatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With one sentence. */
  public ChatException(String message) {
    super(message);
  }

  /** With one sentence, and what lies behind it. */
  public ChatException(String message, Throwable cause) {
    super(message, cause);
  }
}
