package dev.gill.index;

/**
 * The index cannot be opened, read or written. The message is one sentence that says what to do.
 */
public sealed class IndexException extends RuntimeException
    permits IndexDamagedException, IndexLayoutException, IndexUnavailableException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do. */
  public IndexException(String message) {
    super(message);
  }

  /** Says what is wrong and what to do, and what the engine said. */
  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
