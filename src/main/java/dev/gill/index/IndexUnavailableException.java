package dev.gill.index;

/**
 * The index cannot be reached at the moment, as where it lies on another machine. Nothing is wrong
 * with it, with the source or with Gill: the same call may succeed when it is tried again.
 */
public final class IndexUnavailableException extends IndexException {
  private static final long serialVersionUID = 1L;

  /** Says what cannot be reached, and what was said of it. */
  public IndexUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
