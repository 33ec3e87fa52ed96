package dev.gill.surface.rest;

import dev.gill.surface.Texts;
import jakarta.ws.rs.WebApplicationException;

/**
 * Ends a request with a problem that its sender can mend. A web exception by type, since Quarkus
 * would load a type of ours that has a mapper into the JVM that Maven runs on, which may be older.
 */
final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1L;

  private final String title;
  private final String key;
  private final transient Object[] values;

  private ProblemException(int status, String title, String key, Object... values) {
    super(title, status);
    this.title = title;
    this.key = key;
    this.values = values;
  }

  /**
   * What was sent is not right.
   *
   * @param key of the sentence that says what to do
   * @param values that are filled in
   */
  static ProblemException invalid(String title, String key, Object... values) {
    return new ProblemException(400, title, key, values);
  }

  /** Says the same whether the thing is absent or the reader may not know of it. */
  static ProblemException notFound(String title, String key) {
    return new ProblemException(404, title, key);
  }

  /** Whoever asks may not do that; they learn nothing else. */
  static ProblemException forbidden(String title, String key) {
    return new ProblemException(403, title, key);
  }

  Problem problem(Texts t) {
    return Problem.of(getResponse().getStatus(), title, t.filled(key, values));
  }
}
