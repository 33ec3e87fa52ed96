package dev.gill.ledger;

import java.util.Locale;

/** What an access token is good for; its owner's own rights bound it. */
public enum TokenScope {
  /** To ask and search. */
  ASK,
  /** To read documents, and to see how sources fare. */
  READ,
  /** To do what admins do. */
  ADMIN;

  /**
   * Reads it as it is written.
   *
   * @throws IllegalArgumentException if it is none; the message says which there are
   */
  public static TokenScope parse(String written) {
    for (TokenScope scope : values()) {
      if (scope.toString().equals(written.strip())) {
        return scope;
      }
    }
    throw new IllegalArgumentException("a token's scope is one of ask, read and admin");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
