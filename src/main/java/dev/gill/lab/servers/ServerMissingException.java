package dev.gill.lab.servers;

/** A real server cannot be had on this machine. The message says why, and what to install. */
public final class ServerMissingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ServerMissingException(String server, String reason) {
    super("There is no real %s here: %s".formatted(server, reason));
  }

  static void unless(boolean works, String server, String reason) {
    if (!works) {
      throw new ServerMissingException(server, reason);
    }
  }
}
