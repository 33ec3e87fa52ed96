package dev.gill.surface.signin;

/**
 * A sign-in that comes to nothing. The message is for the log and repeats nothing that a browser or
 * a provider sent.
 */
final class SignInException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  enum Kind {
    /** What the browser brought back does not belong to a sign-in that it began. */
    STRAY(400),
    /** The provider, or the person there, said no. */
    DENIED(403),
    /** What the provider says of the person cannot be trusted. */
    UNTRUSTED(403),
    /** The provider cannot be reached, or says what nobody understands. */
    PROVIDER(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private final Kind kind;

  SignInException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Keeps of the cause only its kind, since libraries repeat what they are given. */
  SignInException(Kind kind, String message, Exception cause) {
    this(kind, message + " (" + cause.getClass().getSimpleName() + ")");
  }

  Kind kind() {
    return kind;
  }
}
