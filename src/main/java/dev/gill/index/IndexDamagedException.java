package dev.gill.index;

/** What lies where the index should be is none any more; it can only be built anew. */
public final class IndexDamagedException extends IndexException {
  private static final long serialVersionUID = 1L;

  /** Says what is damaged and what to do, and what the engine said. */
  public IndexDamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
