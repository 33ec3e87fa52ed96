package dev.gill.app.config;

/** The configuration cannot be used. The message is one sentence that says what to change. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what to change. */
  public ConfigException(String message) {
    super(message);
  }

  /** Says what to change. */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
