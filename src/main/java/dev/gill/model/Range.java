package dev.gill.model;

/** A stretch of a text, in UTF-16 units: {@code start} inclusive, {@code end} exclusive. */
public record Range(int start, int end) {
  public Range {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range from %d to %d".formatted(start, end));
    }
  }

  /** The stretch of that text. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
