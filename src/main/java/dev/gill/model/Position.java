package dev.gill.model;

/**
 * A place in the original that a reader can find without Gill.
 *
 * @param number counted from 1
 */
public record Position(Unit unit, int number) {
  /** What the number counts. */
  public enum Unit {
    LINE,
    PAGE,
    SLIDE,
    SHEET
  }

  public Position {
    if (number < 1) {
      throw new IllegalArgumentException("positions count from 1, not " + number);
    }
  }

  @Override
  public String toString() {
    return unit.name().toLowerCase(java.util.Locale.ROOT) + " " + number;
  }
}
