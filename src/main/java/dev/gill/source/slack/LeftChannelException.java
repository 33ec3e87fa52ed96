package dev.gill.source.slack;

/** The app is not in this channel any more. */
final class LeftChannelException extends Exception {
  private static final long serialVersionUID = 1L;

  LeftChannelException() {
    super("the app is not in the channel", null, false, false);
  }
}
