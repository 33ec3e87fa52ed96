package dev.gill.source.mail;

import dev.gill.source.Secret;

/**
 * Which mailbox of which server.
 *
 * @param folder the folder that is followed with all that lie in it, as the server writes it
 * @param token whether the secret is a token (XOAUTH2) and no password
 */
record ImapSettings(
    String host,
    int port,
    Security security,
    String user,
    Secret secret,
    boolean token,
    String folder) {
  /** How the connection is kept from others. */
  enum Security {
    /** From the first byte on. */
    TLS(993),
    /** After a word in clear text. */
    STARTTLS(143),
    /** Not at all. */
    NONE(143);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    int port() {
      return port;
    }
  }

  /** What tells it from other mailboxes. */
  String place() {
    return "%s:%d %s %s".formatted(host, port, user, folder);
  }

  @Override
  public String toString() {
    return "ImapSettings[%s:%d]".formatted(host, port);
  }
}
