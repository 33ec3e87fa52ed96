package dev.gill.source;

import java.util.Objects;

/** A password or token. Its text form never shows it, so that it may lie in records and lists. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a value.
   *
   * @throws IllegalArgumentException if it is empty or holds control characters, such as the line
   *     end of the file that it was read from; it is not repeated
   */
  public static Secret of(String value) {
    if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a password or token is empty or holds a line end: give it as one line");
    }
    return new Secret(value);
  }

  /** The value itself, for the body of a request that has to carry it, and for nothing else. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
