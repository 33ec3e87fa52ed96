package dev.gill.source.mail;

/** One message cannot be read. The message is one sentence, in our own words. */
final class MessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MessageException(String sentence) {
    super(sentence);
  }
}
