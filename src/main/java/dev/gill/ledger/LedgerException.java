package dev.gill.ledger;

/** The store beside the index cannot be used now. Its message is one sentence without secrets. */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says what to do. */
  public LedgerException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
