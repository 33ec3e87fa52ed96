package dev.gill.parse;

/**
 * Why a document is not taken in, thrown from inside a third-party parser's callbacks; {@link
 * Formats} turns it into a {@link ParseException} with the same sentence.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(String sentence) {
    super(sentence);
  }

  static Refused encrypted() {
    return new Refused("The file is protected by a password; store it without one.");
  }

  static Refused bomb() {
    return new Refused(
        "The file unpacks to far more data than its size suggests; remove what is packed inside"
            + " it.");
  }

  static Refused tooLong(Limits limits) {
    return new Refused(
        "The document holds more than %,d characters of text; split it."
            .formatted(limits.textChars()));
  }

  static Refused nested() {
    return new Refused("The document nests its elements too deeply to be read; simplify it.");
  }
}
