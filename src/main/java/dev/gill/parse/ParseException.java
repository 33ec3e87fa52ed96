package dev.gill.parse;

/**
 * A document cannot be turned into text. The message is one sentence for the person who wants to
 * mend the document.
 */
public final class ParseException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the document. */
  public ParseException(String message) {
    super(message);
  }

  /** Says what is wrong with the document, and what the parser said. */
  public ParseException(String message, Throwable cause) {
    super(message, cause);
  }
}
