package dev.gill.embed.onnx;

/** A model cannot be found, opened or run. The message is one sentence that says what to do. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do. */
  public ModelException(String message) {
    super(message);
  }

  /** Says what is wrong and what to do, and what the library said. */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
