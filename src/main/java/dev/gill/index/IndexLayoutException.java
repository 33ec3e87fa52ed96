package dev.gill.index;

/**
 * The index was written in a layout that this Gill does not read; only another one can be built.
 */
public final class IndexLayoutException extends IndexException {
  private static final long serialVersionUID = 1L;

  /** Says which layout it has and what to do. */
  public IndexLayoutException(String message) {
    super(message);
  }

  /** Says which layout it has and what to do, and what the engine said. */
  public IndexLayoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
