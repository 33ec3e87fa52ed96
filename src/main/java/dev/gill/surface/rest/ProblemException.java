package dev.gill.surface.rest;

import jakarta.ws.rs.WebApplicationException;

/**
 * Ends a request with a problem that its sender can mend. A web exception by type, since Quarkus
 * would load a type of ours that has a mapper into the JVM that Maven runs on, which may be older.
 */
final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.detail(), problem.status());
    this.problem = problem;
  }

  static ProblemException invalid(String title, String detail) {
    return new ProblemException(Problem.of(400, title, detail));
  }

  /** Says the same whether the thing is absent or the reader may not know of it. */
  static ProblemException notFound(String title, String detail) {
    return new ProblemException(Problem.of(404, title, detail));
  }

  Problem problem() {
    return problem;
  }
}
