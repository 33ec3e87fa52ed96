package dev.gill.embed.onnx.prepare;

/** A graph is not one that can be prepared; the message says where it differs. */
public final class UnknownGraphException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownGraphException(String message) {
    super(message);
  }
}
