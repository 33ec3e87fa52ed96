package dev.gill.surface.door;

import java.time.Duration;

/**
 * How long a request's body may take to come, from its head to its last byte.
 *
 * @param within from one second to one minute
 */
public record BodyTimeout(Duration within) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public BodyTimeout {
    if (within.compareTo(LEAST) < 0 || within.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "%d ms is too short or too long; set it from 1s to 1m.".formatted(within.toMillis()));
    }
  }
}
