package dev.gill.source.chatexport;

/** A file is no export that can be read; the message says why and what to do. */
final class ExportException extends Exception {
  private static final long serialVersionUID = 1L;

  ExportException(String message) {
    super(message);
  }
}
