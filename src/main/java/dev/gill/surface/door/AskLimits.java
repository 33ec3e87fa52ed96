package dev.gill.surface.door;

/**
 * How many questions and searches may be under way or wait, so that none waits for long.
 *
 * @param atOnce of all callers together
 * @param perCaller of one address
 */
public record AskLimits(int atOnce, int perCaller) {
  private static final int MOST = 10_000;

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if one is out of bounds
   */
  public AskLimits {
    if (atOnce < 1 || atOnce > MOST || perCaller < 1 || perCaller > MOST) {
      throw new IllegalArgumentException(
          "%d at once and %d of one caller are too few or too many; set each from 1 to %,d."
              .formatted(atOnce, perCaller, MOST));
    }
  }
}
