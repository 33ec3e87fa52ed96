package dev.gill.parse;

/**
 * A document cannot be turned into text. The message is one sentence for the person who wants to
 * mend the document.
 */
public final class ParseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wordless;

  /** Says what is wrong with the document. */
  public ParseException(String message) {
    this(message, false);
  }

  /** Says what is wrong with the document, and what the parser said. */
  public ParseException(String message, Throwable cause) {
    super(message, cause);
    this.wordless = false;
  }

  private ParseException(String message, boolean wordless) {
    super(message);
    this.wordless = wordless;
  }

  /** Says of a picture that was read that it shows no words. */
  public static ParseException wordless(String message) {
    return new ParseException(message, true);
  }

  /** Whether nothing is to be mended, since nobody expects words there. */
  public boolean isWordless() {
    return wordless;
  }
}
