package dev.gill.surface.door;

/**
 * How many questions and searches one caller may send.
 *
 * @param perMinute in the long run; 0 for as many as they like
 * @param burst at once
 */
public record AskRate(int perMinute, int burst) {
  private static final int MOST = 100_000;

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if one is out of bounds
   */
  public AskRate {
    if (perMinute < 0 || perMinute > MOST || burst < 1 || burst > MOST) {
      throw new IllegalArgumentException(
          "%d a minute and %d at once are too few or too many; set asks-per-minute from 0, for no limit, and asks-burst from 1 to %,d."
              .formatted(perMinute, burst, MOST));
    }
  }
}
