package dev.gill.source;

/**
 * Stands for a cause: its kind and where it arose. Its words are left out, since those of servers
 * and libraries may repeat a secret, and whoever logs an exception prints the words of its causes.
 */
final class Wordless extends Exception {
  private static final long serialVersionUID = 1L;

  private Wordless(Throwable original) {
    super(original.getClass().getName(), of(original.getCause()), false, true);
    setStackTrace(original.getStackTrace());
  }

  /** The stand-in; null for null. */
  static Wordless of(Throwable original) {
    return original == null ? null : new Wordless(original);
  }
}
