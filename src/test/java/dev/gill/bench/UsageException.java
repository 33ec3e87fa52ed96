package dev.gill.bench;

/** What was asked for cannot be run; the message is one sentence that says what to do. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
