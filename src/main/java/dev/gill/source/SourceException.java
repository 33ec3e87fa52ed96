package dev.gill.source;

import java.time.Duration;

/**
 * A source could not be read. The message is one sentence for the person who runs Gill, in our own
 * words and without secrets; of the cause only its kind and its place in the code are kept.
 */
public abstract sealed class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private SourceException(String message, Throwable cause) {
    super(message, Wordless.of(cause));
  }

  /** The system asks to be left alone for a while. */
  public static final class Busy extends SourceException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** Asks for a pause of {@code retryAfter}. */
    public Busy(String message, Duration retryAfter) {
      super(message, null);
      this.retryAfter = retryAfter;
    }

    /** How long it asked to be left alone. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The system refuses: a credential is wrong or lacks a right. */
  public static final class Denied extends SourceException {
    private static final long serialVersionUID = 1L;

    /** Says what was refused and what to check. */
    public Denied(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The system is not there, or answers nonsense. */
  public static final class Broken extends SourceException {
    private static final long serialVersionUID = 1L;

    /** Says what is broken and what to check. */
    public Broken(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
