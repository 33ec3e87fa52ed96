package dev.gill.source;

/**
 * A source is not configured rightly. The message is one sentence that names the setting and says
 * what to change, without its value.
 */
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what to change. */
  public SettingsException(String message) {
    super(message);
  }
}
