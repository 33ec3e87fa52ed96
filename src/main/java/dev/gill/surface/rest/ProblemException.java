package dev.gill.surface.rest;

/** Ends a request with a problem that its sender can mend. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.detail());
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
