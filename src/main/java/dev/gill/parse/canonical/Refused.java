package dev.gill.parse.canonical;

/**
 * Why a document is not taken in, thrown from inside a third-party parser's callbacks. Whoever
 * reads documents turns it into a {@code ParseException} with the same sentence.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String sentence) {
    super(sentence);
  }

  public static Refused encrypted() {
    return new Refused("The file is protected by a password; store it without one.");
  }

  public static Refused bomb() {
    return new Refused(
        "The file unpacks to far more data than its size suggests; remove what is packed inside"
            + " it.");
  }

  public static Refused tooLong(Limits limits) {
    return new Refused(
        "The document holds more than %,d characters of text; split it."
            .formatted(limits.textChars()));
  }

  public static Refused nested() {
    return new Refused("The document nests its elements too deeply to be read; simplify it.");
  }
}
